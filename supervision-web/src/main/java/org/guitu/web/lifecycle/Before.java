package org.guitu.web.lifecycle;

import java.time.LocalDate;
import java.util.Optional;
import org.guitu.web.people.Category;
import org.guitu.web.people.Person;
import org.guitu.web.people.SupervisionClass;

/** How a person stood before a new case: where that was a mistake, so it stands again. */
record Before(
        Category category,
        SupervisionClass supervisionClass,
        Optional<LocalDate> termFrom,
        Optional<LocalDate> termTo) {

    static Before of(Person person) {
        return new Before(person.category(), person.supervisionClass(), person.termFrom(), person.termTo());
    }
}
