package org.guitu.web.leave;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One leave as it stands.
 *
 * @param area GeoJSON as zones write it: where the person may be beside the residence
 * @param lastDay included
 * @param proof what proves the reason
 * @param documentNumber of the proof, {@code ""} if it has none
 * @param urgency why it was not applied for in time, {@code ""} if it was
 * @param extendsId the leave it goes on from
 * @param extendedBy an approved leave that goes on from this one
 * @param authority whose decision it is as last reckoned; with a decision, as it was then
 * @param deciderId the organisation whose decision it is: the nearest above the person of that level
 * @param begunAt when the clock noted its first day
 * @param alertId of the overdue return
 * @param informedOn when the procuratorate was told
 */
public record Leave(
        long id,
        long personId,
        LeaveReason reason,
        String destination,
        String area,
        LocalDate firstDay,
        LocalDate lastDay,
        ZoneId zone,
        String proof,
        String documentNumber,
        String companion,
        String phone,
        String urgency,
        Optional<Long> extendsId,
        Optional<Long> extendedBy,
        LocalDate appliedOn,
        Instant recordedAt,
        String recordedBy,
        LeaveAuthority.Level authority,
        int days,
        int totalDays,
        Optional<Long> deciderId,
        String deciderName,
        Optional<Decision> decision,
        Optional<Instant> begunAt,
        Optional<Long> alertId,
        Optional<End> end,
        Optional<LocalDate> informedOn,
        String informedDocument) {

    /**
     * What was decided.
     *
     * @param document number of the decision, {@code ""} for none
     * @param reason of a refusal
     */
    public record Decision(
            boolean approved, Instant at, long byId, String by, String organisation, String document, String reason) {}

    /** How it ended. */
    public record End(Kind kind, Instant at, Instant recordedAt, String by, String note) {

        /** By what. */
        public enum Kind {
            /** Not wanted any more, before it began. */
            WITHDRAWN,
            /** The decision was taken back. */
            REVOKED,
            /** 销假: the person is back and has reported. */
            RETURNED,
            /** The case was closed or the person held meanwhile. */
            CLOSED
        }
    }

    /** Where it stands. */
    public enum State {
        WAITING,
        /** Its days went by undecided. */
        LAPSED,
        REFUSED,
        WITHDRAWN,
        REVOKED,
        COMING,
        AWAY,
        /** Over, and no return was reported. */
        OVERDUE,
        /** Over, and another leave goes on from it. */
        CONTINUED,
        RETURNED,
        CLOSED
    }

    public State state(Instant now) {
        if (end.isPresent()) {
            return switch (end.get().kind()) {
                case WITHDRAWN -> State.WITHDRAWN;
                case REVOKED -> State.REVOKED;
                case RETURNED -> State.RETURNED;
                case CLOSED -> State.CLOSED;
            };
        }
        if (decision.isEmpty()) {
            return until().isAfter(now) ? State.WAITING : State.LAPSED;
        }
        if (!decision.get().approved()) {
            return State.REFUSED;
        }
        if (from().isAfter(now)) {
            return State.COMING;
        }
        if (until().isAfter(now)) {
            return State.AWAY;
        }
        return extendedBy.isPresent() ? State.CONTINUED : State.OVERDUE;
    }

    /** The first midnight. */
    public Instant from() {
        return firstDay.atStartOfDay(zone).toInstant();
    }

    /** The midnight after the last day. */
    public Instant until() {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }

    boolean approved() {
        return decision.map(Decision::approved).orElse(false);
    }

    /** Approved, and neither over by a return nor taken back. */
    boolean standing() {
        return approved() && end.isEmpty();
    }

    /** The days that count as leave: those approved, up to the day on which it ended; empty for none. */
    Optional<LeaveAuthority.Stretch> taken() {
        if (!approved()) {
            return Optional.empty();
        }
        LocalDate ended =
                end.map(known -> LocalDate.ofInstant(known.at(), zone)).orElse(lastDay);
        boolean never = end.isPresent()
                && (end.get().kind() == End.Kind.WITHDRAWN || !end.get().at().isAfter(from()));
        return never || ended.isBefore(firstDay)
                ? Optional.empty()
                : Optional.of(new LeaveAuthority.Stretch(
                        firstDay, ended.isBefore(lastDay) ? ended : lastDay, end.isPresent()));
    }

    /** By which its changes to zones and its duties are known. */
    public String ref() {
        return "leave:" + id;
    }

    String path() {
        return "/people/" + personId + "/leave/" + id;
    }
}
