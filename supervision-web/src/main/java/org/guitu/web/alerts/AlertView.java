package org.guitu.web.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.web.alerts.Handling.State;
import org.guitu.web.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * An alert in finished words: what happened, how sure we are, what to do next.
 *
 * @param look the CSS name of the severity
 * @param icon symbol that tells the severity beside word and colour
 * @param place where or with whom: the zone, the place of a group, the other person; or empty
 * @param since ISO instant the violation began
 * @param sinceShort month, day and minute it began
 * @param until ISO instant it ended; null while it lasts
 * @param duration how long it lasted, in words; empty while it lasts
 * @param sure fixes and depth, in words
 * @param stateLook the CSS name of the handling state
 * @param taken who took it on, in words; empty while nobody has
 * @param marks words for what is special about it
 * @param quiet whether it is withdrawn or was learnt afterwards: shown without urgency
 * @param order sorts as the desk shows alerts, compared as text
 * @param rings ISO instant of the last news worth a sound, or empty
 */
public record AlertView(
        long id,
        long personId,
        String look,
        String severity,
        String icon,
        String kind,
        String person,
        String caseNumber,
        String organisation,
        String place,
        String since,
        String sinceText,
        String sinceShort,
        @Nullable String until,
        String untilText,
        String duration,
        String sure,
        String next,
        String stateLook,
        String state,
        String taken,
        List<String> marks,
        boolean quiet,
        String order,
        String rings) {

    /** Of "2026-", which a queue can do without. */
    private static final int YEAR_LENGTH = 5;

    /** The words for one alert. */
    public static AlertView of(Page page, AlertRow row) {
        Alert alert = row.alert();
        Instant ended = alert.endedAt();
        String until = ended == null ? null : page.times().iso(ended);
        Instant rings = alert.ringsAt();
        return new AlertView(
                alert.alertId(),
                alert.personId(),
                alert.severity().name().toLowerCase(Locale.ROOT),
                page.text("alerts.severity." + alert.severity()),
                "alert-" + alert.severity().name().toLowerCase(Locale.ROOT),
                page.text("alerts.kind." + alert.kind()),
                row.personName(page),
                row.caseNumber(),
                row.organisation(),
                place(page, row),
                page.times().iso(alert.startedAt()),
                page.times().second(alert.startedAt()),
                page.times().minute(alert.startedAt()).substring(YEAR_LENGTH),
                until,
                ended == null ? "" : page.times().second(ended),
                ended == null ? "" : duration(page, Duration.between(alert.startedAt(), ended)),
                sure(page, alert),
                next(page, alert),
                alert.state().name().toLowerCase(Locale.ROOT),
                page.text("alerts.state." + alert.state()),
                taken(page, row),
                marks(page, alert),
                alert.withdrawnAt() != null || alert.retrospective(),
                order(alert),
                rings == null ? "" : page.times().iso(rings));
    }

    /** Whether it has been judged: then {@link #next} is the outcome. */
    public boolean resolved() {
        return stateLook.equals("resolved");
    }

    private static String duration(Page page, Duration span) {
        if (span.toMinutes() < 1) {
            return page.text("alerts.seconds", Math.max(0, span.toSeconds()));
        }
        return span.toHours() < 1
                ? page.text("alerts.minutes", span.toMinutes(), span.toSecondsPart())
                : page.text("alerts.hours", span.toHours(), span.toMinutesPart());
    }

    private static String sure(Page page, Alert alert) {
        if (alert.ruleId() == null && alert.kind() != FindingKind.OVERDUE_RETURN) {
            return page.text("alerts.sure.device");
        }
        String key = switch (alert.kind()) {
            case APPROACH, ATTENDANCE, ATTENDANCE_UNPROVEN, PROXIMITY, SEPARATION, COMM_LOSS, NO_FIX, OVERDUE_RETURN ->
                "alerts.sure." + alert.kind();
            default -> "alerts.sure.fixes";
        };
        return page.text(key, alert.fixes(), Math.round(alert.depthM()));
    }

    /** Who may not see the second person is told that there is one. */
    private static String place(Page page, AlertRow row) {
        Stream<@Nullable String> parts = Stream.of(
                row.zoneName(),
                row.alert().placeName(),
                row.alert().otherPersonId() == null
                        ? null
                        : page.text(
                                "alerts.with",
                                row.otherName() == null ? page.text("alerts.with.another") : row.otherName()));
        return parts.filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    private static String next(Page page, Alert alert) {
        if (alert.state() == State.RESOLVED) {
            return page.text("alerts.outcome." + alert.outcome());
        }
        if (alert.withdrawnAt() != null) {
            return page.text("alerts.next.withdrawn");
        }
        if (alert.state() == State.NEW) {
            return page.text("alerts.next.new");
        }
        return page.text(alert.lasting() ? "alerts.next.lasting." + alert.kind() : "alerts.next.ended");
    }

    private static String taken(Page page, AlertRow row) {
        String name = row.alert().state() == State.RESOLVED ? row.resolvedName() : row.acknowledgedName();
        return name == null ? "" : page.text("alerts.taken." + row.alert().state(), name);
    }

    private static List<String> marks(Page page, Alert alert) {
        List<String> marks = new ArrayList<>();
        if (alert.withdrawnAt() != null) {
            marks.add(page.text("alerts.mark.withdrawn"));
        } else if (alert.retrospective()) {
            marks.add(page.text("alerts.mark.retrospective"));
        } else if (!alert.lasting()) {
            marks.add(page.text("alerts.mark.ended"));
        }
        if (alert.occurrences() > 1) {
            marks.add(page.text("alerts.mark.repeated", alert.occurrences()));
        }
        return marks;
    }

    /** First what nobody has seen and is more than a notice; within that by severity, news before late findings, the newest first. */
    private static String order(Alert alert) {
        return String.format(
                Locale.ROOT,
                "%d%d%d-%014d-%012d",
                alert.withdrawnAt() == null && alert.state() == State.NEW && alert.severity() != Severity.INFO ? 0 : 1,
                alert.severity().compareTo(Severity.CRITICAL),
                alert.retrospective() ? 1 : 0,
                99_999_999_999_999L - alert.raisedAt().toEpochMilli(),
                999_999_999_999L - alert.alertId());
    }
}
