package org.guitu.web.permits;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.web.form.Fields;
import org.guitu.web.form.WeeklyHours;
import org.guitu.web.people.Person;
import org.guitu.web.zones.AreaForm;

/** An application once its form is read. What it opens is read against the person's orders by {@link PermitService}. */
record PermitDraft(
        Permit.Kind kind,
        String reason,
        String subject,
        Optional<Permit.Relation> relation,
        String detail,
        boolean injunction,
        String area,
        Optional<WeeklySchedule> schedule,
        Instant from,
        Instant until,
        ZoneId zone,
        String proof,
        String documentNumber) {

    /**
     * Reads the whole form at once; {@link Fields} tells whether it is good.
     *
     * @param area as read, with TRAVEL
     * @param travelMonthsMax how long regular travel may be permitted
     * @param openingMax how long a meeting or a stay may be permitted
     */
    static PermitDraft read(
            Person person,
            PermitForm form,
            Permit.Kind kind,
            Optional<Area> area,
            int travelMonthsMax,
            Duration openingMax,
            Instant now,
            Fields fields) {
        boolean travel = kind == Permit.Kind.TRAVEL;
        Term term = travel
                ? Term.ofDays(person, form, travelMonthsMax, now, fields)
                : Term.ofHours(person, form, openingMax, now, fields);
        return new PermitDraft(
                kind,
                fields.text("reason", form.reason(), 500),
                fields.text("subject", form.subject(), 200),
                kind == Permit.Kind.CONTACT
                        ? Optional.of(fields.choice("relation", form.relation(), Permit.Relation.class))
                        : Optional.empty(),
                fields.optionalText("detail", form.detail(), 200),
                kind == Permit.Kind.PLACE && Fields.isOn(form.injunction()),
                area.map(AreaForm::written).orElse(""),
                travel && !Fields.isOn(form.always())
                        ? WeeklyHours.read(person.zone().getId(), form.windows(), fields)
                        : Optional.empty(),
                term.from(),
                term.until(),
                person.zone(),
                fields.text("proof", form.proof(), 500),
                fields.optionalText("documentNumber", form.documentNumber(), 80));
    }

    /** From when to when. */
    private record Term(Instant from, Instant until) {

        static Term ofDays(Person person, PermitForm form, int monthsMax, Instant now, Fields fields) {
            LocalDate today = LocalDate.ofInstant(now, person.zone());
            LocalDate first = fields.date("validFrom", form.from());
            LocalDate last = fields.date("validTo", form.to());
            if (!fields.has("validFrom") && !fields.has("validTo")) {
                if (first.isBefore(today)) {
                    fields.problem("validFrom", "permits.error.past");
                } else if (last.isBefore(first)) {
                    fields.problem("validTo", "permits.error.reversed");
                } else if (!last.isBefore(first.plusMonths(monthsMax))) {
                    fields.problem("validTo", "permits.error.months", monthsMax);
                } else if (person.termTo().filter(last::isAfter).isPresent()) {
                    fields.problem(
                            "validTo",
                            "permits.error.beyond-term",
                            person.termTo().orElseThrow());
                }
            }
            return new Term(
                    first.atStartOfDay(person.zone()).toInstant(),
                    last.plusDays(1).atStartOfDay(person.zone()).toInstant());
        }

        static Term ofHours(Person person, PermitForm form, Duration max, Instant now, Fields fields) {
            Optional<Instant> from = fields.optionalInstant("validFrom", form.from(), person.zone());
            Optional<Instant> to = fields.optionalInstant("validTo", form.to(), person.zone());
            if (form.from().isBlank()) {
                fields.problem("validFrom", "ui.form.required");
            }
            if (form.to().isBlank()) {
                fields.problem("validTo", "ui.form.required");
            }
            if (from.isEmpty() || to.isEmpty()) {
                return new Term(now, now);
            }
            if (from.get().isBefore(now)) {
                fields.problem("validFrom", "permits.error.past");
            } else if (!from.get().isBefore(to.get())) {
                fields.problem("validTo", "permits.error.reversed");
            } else if (from.get().plus(max).isBefore(to.get())) {
                fields.problem("validTo", "permits.error.hours", max.toHours());
            }
            return new Term(from.get(), to.get());
        }
    }
}
