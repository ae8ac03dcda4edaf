package org.guitu.web.household;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One version of a fact.
 *
 * @param phone or the address of another way to reach someone
 * @param detail where a relative works; as what the person works
 * @param together a relative who lives with the person
 * @param emergency to be called first
 * @param validTo its last day; empty: still
 * @param withdrawn why it was a mistake; empty while it stands
 */
public record Entry(
        long id,
        int version,
        Section section,
        EntryKind kind,
        String name,
        String phone,
        String address,
        String detail,
        boolean together,
        boolean emergency,
        String note,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        Optional<String> withdrawn,
        Instant recordedAt,
        String recordedBy) {

    /** Whether it holds on a day. */
    public boolean holds(LocalDate day) {
        return withdrawn.isEmpty()
                && !day.isBefore(validFrom)
                && validTo.filter(day::isAfter).isEmpty();
    }

    boolean standing() {
        return withdrawn.isEmpty() && validTo.isEmpty();
    }
}
