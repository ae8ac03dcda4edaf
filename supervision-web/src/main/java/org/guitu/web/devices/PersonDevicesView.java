package org.guitu.web.devices;

import java.util.List;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** The words of the page about all a person ever wore. */
public record PersonDevicesView(long personId, String person, List<WornView> worn) {

    static PersonDevicesView of(Page page, Person person, List<StockService.Worn> worn) {
        return new PersonDevicesView(
                person.id(),
                person.name(),
                worn.stream().map(one -> WornView.of(page, one)).toList());
    }
}
