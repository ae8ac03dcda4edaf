package org.guitu.web.limits;

import java.util.Optional;
import org.guitu.web.access.Organisation;
import org.guitu.web.ui.Page;

/** Figures in words. Pure. */
final class LimitWords {

    private LimitWords() {}

    static String value(Page page, Figure figure) {
        return figure.unit() == Figure.Unit.YES_NO
                ? page.text(figure.value() > 0 ? "limits.yes" : "limits.no")
                : page.text("limits.value." + figure.unit(), Integer.toString(figure.value()));
    }

    /** Where a value comes from: shipped, or set by an organisation and somebody there. */
    static String setBy(Page page, Figure figure) {
        return figure.organisationId().isEmpty()
                ? page.text("limits.shipped")
                : page.text("limits.set-by", figure.organisationName(), figure.setBy());
    }

    /** A short word: whose value it is. */
    static String badge(Page page, Figure figure, Organisation place) {
        if (figure.fixed()) {
            return page.text("limits.fixed");
        }
        if (figure.organisationId().isEmpty()) {
            return "";
        }
        return page.text(figure.organisationId().equals(Optional.of(place.id())) ? "limits.ours" : "limits.from-above");
    }

    static String tone(Figure figure) {
        return figure.fixed() ? "neutral" : "info";
    }
}
