package org.guitu.web.places;

import java.util.List;
import org.guitu.web.ui.Page;

/** The words about those of whom nothing is known. */
public record UnseenView(
        String silentTitle, List<PersonLink> silent, String unmonitoredTitle, List<PersonLink> unmonitored) {

    static UnseenView of(Page page, Unseen unseen) {
        return new UnseenView(
                page.text("places.silent", Integer.toString(unseen.silent().size())),
                PersonLink.of(unseen.silent()),
                page.text(
                        "places.unmonitored",
                        Integer.toString(unseen.unmonitored().size())),
                PersonLink.of(unseen.unmonitored()));
    }

    public boolean isEmpty() {
        return silent.isEmpty() && unmonitored.isEmpty();
    }
}
