package org.guitu.web.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One page of a list of people.
 *
 * @param next the cursor of the next page, empty on the last
 */
public record Found(List<Row> people, Optional<String> next) {

    /**
     * One person in a list.
     *
     * @param maskedIdentityNumber never the whole number
     * @param devices identities of the devices worn now
     * @param lastSeenAt when any of them was last heard of
     * @param basisUntil until when positions may be collected; empty: nothing is collected now
     */
    public record Row(
            long id,
            String caseNumber,
            String name,
            String latinName,
            Optional<String> maskedIdentityNumber,
            Category category,
            SupervisionClass supervisionClass,
            Optional<CaseState> state,
            boolean minor,
            String organisationName,
            Optional<String> officerName,
            List<String> devices,
            Optional<Instant> lastSeenAt,
            Optional<Instant> basisUntil) {}

    public Found {
        people = List.copyOf(people);
    }
}
