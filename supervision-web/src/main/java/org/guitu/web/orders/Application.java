package org.guitu.web.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An application to locate someone by a bracelet.
 *
 * @param renews the basis it is to follow on
 * @param decidedBy who approved, refused or withdrew it
 * @param basisId the authorisation that came of it
 */
public record Application(
        long id,
        long personId,
        String personName,
        String caseNumber,
        String organisationName,
        Ground ground,
        String evidence,
        String evidenceLink,
        Optional<Long> renews,
        String assessment,
        LocalDate firstDay,
        LocalDate lastDay,
        State state,
        Instant appliedAt,
        long appliedById,
        String appliedBy,
        Optional<Instant> decidedAt,
        String decidedBy,
        String documentNumber,
        String reason,
        Optional<Long> basisId) {

    /**
     * Where it stands.
     *
     * <pre>
     * PROPOSED -> APPROVED | REFUSED   by the head of the county department
     *          -> WITHDRAWN            by those who applied, or because the case was closed
     * </pre>
     */
    public enum State {
        PROPOSED,
        APPROVED,
        REFUSED,
        WITHDRAWN;

        /** Whether it can become {@code next}: what is decided stays so; to change it one applies anew or lifts the basis. */
        public boolean mayBecome(State next) {
            return this == PROPOSED && next != PROPOSED;
        }
    }

    boolean overlaps(LocalDate first, LocalDate last) {
        return !firstDay.isAfter(last) && !first.isAfter(lastDay);
    }
}
