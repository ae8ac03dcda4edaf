package org.guitu.web.people;

import java.time.LocalDate;
import java.util.List;

/**
 * People on the books who may be the one that is being entered.
 *
 * @param seen those the acting staff may see
 * @param elsewhere how many others there are
 * @param mark stands for exactly these people; sent back with the form it says that they were looked at and are others
 */
public record Similar(List<Match> seen, int elsewhere, String mark) {

    static final Similar NONE = new Similar(List.of(), 0, "");

    /** One of them. */
    public record Match(long id, String name, String caseNumber, LocalDate bornOn, String organisationName) {}

    public Similar {
        seen = List.copyOf(seen);
    }

    public boolean isEmpty() {
        return seen.isEmpty() && elsewhere == 0;
    }

    public int count() {
        return seen.size() + elsewhere;
    }
}
