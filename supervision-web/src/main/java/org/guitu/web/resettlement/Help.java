package org.guitu.web.resettlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is done for one person.
 *
 * @param pairings the newest first
 * @param visits the newest first; mistaken ones included, marked
 * @param listings at most one of each place
 */
public record Help(List<Pairing> pairings, List<Visit> visits, List<Listing> listings, Optional<Placement> placement) {

    /**
     * One helper.
     *
     * @param to exclusive; empty: still
     */
    public record Pairing(long id, String helper, String phone, LocalDate from, Optional<LocalDate> to) {}

    /** How somebody was visited. */
    public enum Way {
        HOME,
        OFFICE,
        TELEPHONE,
        WORKPLACE
    }

    /**
     * One visit.
     *
     * @param mistake why it was struck out, {@code ""} where it stands
     */
    public record Visit(
            long id,
            LocalDate on,
            String visitor,
            Way way,
            String findings,
            String needs,
            String mistake,
            long entryId) {}

    /** Which of the two places lists the person. */
    public enum Place {
        /** 户籍地. */
        HOUSEHOLD,
        /** 居住地. */
        RESIDENCE
    }

    /** One of the two that list the person. */
    public record Listing(Place place, String name, Optional<LocalDate> toldOn, Optional<LocalDate> confirmedOn) {}

    /** Where the person works or stays for a while. */
    public record Placement(long baseId, String base, String work, LocalDate from) {}

    public Help {
        pairings = List.copyOf(pairings);
        visits = List.copyOf(visits);
        listings = List.copyOf(listings);
    }

    Optional<Pairing> paired() {
        return pairings.stream().filter(pairing -> pairing.to().isEmpty()).findFirst();
    }
}
