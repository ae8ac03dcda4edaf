package org.guitu.web.findings;

import java.util.List;
import java.util.Optional;
import org.guitu.ingest.review.Explanation;
import org.guitu.web.people.Person;
import org.guitu.web.zones.Zone;

/**
 * A finding explained, with the names a reader needs beside it.
 *
 * @param person about whom
 * @param other the second of two people, where the reader may see that person
 * @param zones the ground the rule is about, as it was judged; none for an order that is not about a place
 */
record Why(Person person, Optional<Person> other, Explanation explanation, List<Zone> zones) {

    Why {
        zones = List.copyOf(zones);
    }

    /** Its name; empty for an order without a place, or one without a name. */
    Optional<String> ground() {
        return zones.stream().map(Zone::name).filter(name -> !name.isEmpty()).findFirst();
    }
}
