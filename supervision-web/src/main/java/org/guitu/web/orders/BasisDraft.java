package org.guitu.web.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.guitu.ingest.admit.CollectionHours;
import org.guitu.web.form.Fields;
import org.guitu.web.people.Person;

/** A basis that is about to be granted; the stored rows are checked by {@link Grants}. */
record BasisDraft(
        BasisKind kind,
        Optional<Ground> ground,
        String approvedBy,
        String documentNumber,
        String assessment,
        Optional<Long> renews,
        Optional<Long> applicationId,
        LocalDate firstDay,
        LocalDate lastDay,
        ZoneId zone,
        Instant from,
        Optional<CollectionHours> hours) {

    /**
     * What an approved application comes to. It begins with its first day, but not before it was approved: nothing that a device had stored
     * until then may be kept.
     */
    static BasisDraft authorisation(
            Person person, Application application, String approvedBy, String documentNumber, Instant approvedAt) {
        return new BasisDraft(
                BasisKind.AUTHORISATION,
                Optional.of(application.ground()),
                approvedBy,
                documentNumber,
                application.assessment(),
                application.renews(),
                Optional.of(application.id()),
                application.firstDay(),
                application.lastDay(),
                person.zone(),
                later(
                        approvedAt,
                        application.firstDay().atStartOfDay(person.zone()).toInstant()),
                Optional.empty());
    }

    /**
     * A phone's plan. It begins with its first day, but not before it was recorded, as an authorisation does.
     *
     * @param seed of the random points, if there are any
     */
    static BasisDraft plan(
            Person person, PlanForm form, OrderLimits limits, long seed, Instant recordedAt, Fields fields) {
        LocalDate firstDay = fields.date("firstDay", form.firstDay());
        LocalDate lastDay = fields.date("lastDay", form.lastDay());
        BasisDraft draft = new BasisDraft(
                BasisKind.PHONE_PLAN,
                Optional.empty(),
                "",
                fields.optionalText("documentNumber", form.documentNumber(), 80),
                "",
                Optional.empty(),
                Optional.empty(),
                firstDay,
                lastDay,
                person.zone(),
                later(recordedAt, firstDay.atStartOfDay(person.zone()).toInstant()),
                PlanHours.read(person, form, limits, seed, fields));
        draft.checkDays(person, limits.planDaysMax(), recordedAt, fields);
        return draft;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Exclusive. */
    Instant until() {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private void checkDays(Person person, int daysMax, Instant recordedAt, Fields fields) {
        if (fields.has("firstDay") || fields.has("lastDay")) {
            return;
        }
        if (lastDay.isBefore(firstDay)) {
            fields.problem("lastDay", "orders.error.reversed");
        } else if (!until().isAfter(recordedAt)) {
            fields.problem("lastDay", "orders.error.plan-past");
        } else if (lastDay.isAfter(firstDay.plusDays(daysMax - 1L))) {
            fields.problem("lastDay", "orders.error.plan-long", daysMax);
        } else {
            person.termTo()
                    .filter(lastDay::isAfter)
                    .ifPresent(end -> fields.problem("lastDay", "orders.error.beyond-term", end));
        }
    }
}
