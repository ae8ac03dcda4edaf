package org.guitu.web.help;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A referral as a row, with the steps it has taken. */
record Referral(
        long id,
        long personId,
        String personName,
        String caseNumber,
        String organisationName,
        Body body,
        String matter,
        String contact,
        LocalDate sentOn,
        ReferralState state,
        List<Step> steps) {

    Referral {
        steps = List.copyOf(steps);
    }

    /** To whom. */
    enum Body {
        LEGAL_AID,
        MEDIATION,
        HOTLINE_12348,
        CIVIL_AFFAIRS,
        HUMAN_RESOURCES,
        EDUCATION,
        HEALTH,
        HOUSING,
        OTHER
    }

    /** One step. */
    record Step(ReferralState state, LocalDate day, String note, Instant recordedAt, String recordedBy) {}

    /** The day of the newest step. */
    LocalDate lastDay() {
        return steps.isEmpty() ? sentOn : steps.getLast().day();
    }
}
