package org.guitu.web.leave;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.zone.Area;
import org.guitu.web.form.Fields;
import org.guitu.web.people.Person;
import org.guitu.web.zones.AreaForm;

/**
 * An application once its form is read; what the law and other leave allow is checked here.
 *
 * @param area GeoJSON
 */
record LeaveDraft(
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
        LocalDate appliedOn) {

    private static final int DAYS_MAX = 366;

    /**
     * Reads the whole form at once; {@link Fields} tells whether it is good.
     *
     * @param area as read; empty where it has a problem
     * @param others all leave of the person
     * @param aheadDays to be applied for so many days ahead
     */
    static LeaveDraft read(
            Person person,
            LeaveForm form,
            Optional<Area> area,
            List<Leave> others,
            int aheadDays,
            Instant now,
            Fields fields) {
        LocalDate today = LocalDate.ofInstant(now, person.zone());
        Optional<Leave> before = extended(form, others, now, fields);
        LeaveDraft draft = new LeaveDraft(
                fields.choice("reason", form.reason(), LeaveReason.class),
                fields.text("destination", form.destination(), 80),
                area.map(AreaForm::written).orElse(""),
                before.map(leave -> leave.lastDay().plusDays(1))
                        .orElseGet(() -> fields.date("firstDay", form.firstDay())),
                fields.date("lastDay", form.lastDay()),
                person.zone(),
                fields.text("proof", form.proof(), 500),
                fields.optionalText("documentNumber", form.documentNumber(), 80),
                fields.optionalText("companion", form.companion(), 200),
                fields.text("phone", form.phone(), 40),
                fields.optionalText("urgency", form.urgency(), 500),
                before.map(Leave::id),
                fields.optionalDate("appliedOn", form.appliedOn()).orElse(today));
        draft.check(person, others, today, aheadDays, fields);
        return draft;
    }

    LeaveAuthority.Stretch stretch() {
        return new LeaveAuthority.Stretch(firstDay, lastDay, false);
    }

    private static Optional<Leave> extended(LeaveForm form, List<Leave> others, Instant now, Fields fields) {
        if (form.extendsId().isBlank()) {
            return Optional.empty();
        }
        Optional<Leave> before = others.stream()
                .filter(leave ->
                        Long.toString(leave.id()).equals(form.extendsId().strip()))
                .filter(leave -> leave.standing()
                        && leave.extendedBy().isEmpty()
                        && leave.until().isAfter(now))
                .findFirst();
        if (before.isEmpty()) {
            fields.problem("extendsId", "leave.error.extends");
        }
        return before;
    }

    private void check(Person person, List<Leave> others, LocalDate today, int aheadDays, Fields fields) {
        if (appliedOn.isAfter(today)) {
            fields.problem("appliedOn", "leave.error.applied-later");
        } else if (appliedOn.isBefore(today.minusDays(DAYS_MAX))) {
            fields.problem("appliedOn", "leave.error.applied-long-ago");
        }
        if (fields.has("firstDay") || fields.has("lastDay") || fields.has("extendsId")) {
            return;
        }
        if (lastDay.isBefore(firstDay)) {
            fields.problem("lastDay", "leave.error.reversed");
        } else if (firstDay.isBefore(today)) {
            fields.problem("firstDay", "leave.error.past");
        } else if (lastDay.isAfter(firstDay.plusDays(DAYS_MAX - 1))) {
            fields.problem("lastDay", "leave.error.long");
        } else if (person.termTo().filter(lastDay::isAfter).isPresent()) {
            fields.problem("lastDay", "leave.error.beyond-term", person.termTo().orElseThrow());
        } else {
            overlapping(others)
                    .ifPresent(other -> fields.problem(
                            "firstDay", "leave.error.overlap", other.firstDay(), other.lastDay(), other.destination()));
        }
        if (urgency.isEmpty() && firstDay.isBefore(appliedOn.plusDays(aheadDays))) {
            fields.problem("urgency", "leave.error.urgency", aheadDays);
        }
    }

    private Optional<Leave> overlapping(List<Leave> others) {
        return others.stream()
                .filter(other -> other.end().isEmpty()
                        && other.decision().map(Leave.Decision::approved).orElse(true))
                .filter(other -> !other.firstDay().isAfter(lastDay) && !firstDay.isAfter(other.lastDay()))
                .findFirst();
    }
}
