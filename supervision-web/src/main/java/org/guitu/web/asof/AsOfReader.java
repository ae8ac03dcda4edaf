package org.guitu.web.asof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Jdbi;

/** Answers what held of a person whom the reader may see. Thread-safe. */
public final class AsOfReader {

    private final Jdbi jdbi;

    public AsOfReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What held, and what the papers said; without papers nothing was known of the person. */
    record Answer(Optional<AsOfStore.Papers> papers, List<Held> held) {}

    /**
     * What held on a day by the clock of the responsible organisation.
     *
     * @param known the day at whose end the books are looked at; empty: now
     */
    Answer read(Staff reader, Person person, LocalDate day, Optional<LocalDate> known) {
        AsOfQuery asked = new AsOfQuery(
                person.id(),
                start(person, day),
                start(person, day.plusDays(1)),
                known.map(at -> start(person, at.plusDays(1))).orElse(Instant.parse("9999-01-01T00:00:00Z")));
        boolean orders = reader.may(Permission.VIEW_ZONES);
        return jdbi.withHandle(
                handle -> new Answer(AsOfStore.papers(handle, asked), AsOfStore.held(handle, asked, orders)));
    }

    private static Instant start(Person person, LocalDate day) {
        return day.atStartOfDay(person.zone()).toInstant();
    }
}
