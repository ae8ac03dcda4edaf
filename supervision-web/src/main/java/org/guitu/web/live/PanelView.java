package org.guitu.web.live;

import java.util.Optional;
import org.guitu.web.alerts.AlertPanelView;

/**
 * What is opened beside the queue: an alert with its person, a person alone, or nothing yet.
 *
 * @param mapPath where the map gets this person's zones and fixes
 */
public record PanelView(Optional<AlertPanelView> alert, Optional<PersonView> person, String mapPath) {

    static final PanelView EMPTY = new PanelView(Optional.empty(), Optional.empty(), "");

    /** The person shown, 0 for none. */
    public long personId() {
        return person.map(PersonView::id).orElse(0L);
    }

    /** The alert shown, 0 for none. */
    public long alertId() {
        return alert.map(view -> view.alert().id()).orElse(0L);
    }
}
