package org.guitu.web.permits;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.schedule.WeeklySchedule;

/**
 * One permit as it stands.
 *
 * @param subject where one travels, whom one meets, which place
 * @param relation of whom one meets to the case
 * @param detail how often, or where one meets; {@code ""} for nothing
 * @param injunction whether a court forbade it
 * @param area GeoJSON of travel, {@code ""} for none
 * @param schedule the weekly hours of travel; empty: at all hours
 * @param zones the forbidden places it opens
 * @param rules the orders to keep away it opens
 */
public record Permit(
        long id,
        long personId,
        Kind kind,
        String reason,
        String subject,
        Optional<Relation> relation,
        String detail,
        boolean injunction,
        String area,
        Optional<WeeklySchedule> schedule,
        Instant from,
        Instant until,
        ZoneId zone,
        String proof,
        String documentNumber,
        Instant recordedAt,
        String recordedBy,
        Optional<Decision> decision,
        Optional<End> end,
        List<Long> zones,
        List<Long> rules) {

    /** What is permitted. */
    public enum Kind {
        /** 经常性跨市、县活动. */
        TRAVEL,
        /** 会客. */
        CONTACT,
        /** 进入特定区域、场所. */
        PLACE
    }

    /** Who someone is to the case. */
    public enum Relation {
        VICTIM,
        ACCUSER,
        INFORMANT,
        ACCOMPLICE,
        OTHER
    }

    /** What was decided. */
    public record Decision(
            boolean approved, Instant at, String by, String organisation, String document, String reason) {}

    /** How it ended before its time. */
    public record End(How how, Instant at, String by, String note) {

        /** By what. */
        public enum How {
            WITHDRAWN,
            REVOKED,
            CLOSED
        }
    }

    /** Where it stands. */
    public enum State {
        WAITING,
        /** Its time went by undecided. */
        LAPSED,
        REFUSED,
        WITHDRAWN,
        REVOKED,
        CLOSED,
        COMING,
        IN_FORCE,
        OVER
    }

    public Permit {
        zones = List.copyOf(zones);
        rules = List.copyOf(rules);
    }

    public State state(Instant now) {
        if (end.isPresent()) {
            return State.valueOf(end.get().how().name());
        }
        if (decision.isEmpty()) {
            return until.isAfter(now) ? State.WAITING : State.LAPSED;
        }
        if (!decision.get().approved()) {
            return State.REFUSED;
        }
        if (!until.isAfter(now)) {
            return State.OVER;
        }
        return from.isAfter(now) ? State.COMING : State.IN_FORCE;
    }

    boolean approved() {
        return decision.map(Decision::approved).orElse(false);
    }

    /** By which its changes to the rule book and its duties are known. */
    public String ref() {
        return "permit:" + id;
    }

    String path() {
        return "/people/" + personId + "/permits/" + id;
    }
}
