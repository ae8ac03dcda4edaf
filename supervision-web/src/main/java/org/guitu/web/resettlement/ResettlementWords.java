package org.guitu.web.resettlement;

import java.util.List;
import org.guitu.web.form.Option;
import org.guitu.web.ui.Choice;
import org.guitu.web.ui.Page;

/** Words that several pages share. */
final class ResettlementWords {

    private ResettlementWords() {}

    static String reasons(Page page, List<KeyReason> reasons) {
        return String.join(
                page.text("ui.list.separator"),
                reasons.stream()
                        .map(reason -> page.text("resettlement.key." + reason))
                        .toList());
    }

    static List<Choice> choices(Page page, List<String> chosen) {
        return Option.of(KeyReason.class, "resettlement.key", page).stream()
                .map(option -> new Choice(option.value(), option.label(), chosen.contains(option.value())))
                .toList();
    }

    static String inmate(Page page, Inmate.State state) {
        return page.text("resettlement.inmate.state." + state);
    }

    static String tone(Inmate inmate, boolean overdue) {
        return switch (inmate.state()) {
            case RECEIVED -> overdue ? "critical" : "serious";
            case VERIFIED -> "good";
            case WRONG, NOT_OURS -> "neutral";
        };
    }
}
