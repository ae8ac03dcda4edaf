package org.guitu.web.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.guitu.web.form.Fields;
import org.guitu.web.people.Person;

/** A basis read from its form; the law's own limits are checked here, the stored rows by {@link OrderService}. */
record BasisDraft(
        BasisKind kind,
        Optional<Ground> ground,
        String approvedBy,
        String documentNumber,
        String assessment,
        Optional<Long> renews,
        LocalDate firstDay,
        LocalDate lastDay,
        ZoneId zone) {

    private static final int PLAN_DAYS_MAX = 366;

    static BasisDraft authorisation(Person person, AuthorisationForm form, Fields fields) {
        Optional<Ground> ground = ground(form.ground(), fields);
        String approvedBy = approvedBy(form.approvedBy(), fields);
        String documentNumber = documentNumber(form.documentNumber(), fields);
        LocalDate firstDay = fields.date("firstDay", form.firstDay());
        LocalDate lastDay = fields.date("lastDay", form.lastDay());
        BasisDraft draft = new BasisDraft(
                BasisKind.AUTHORISATION,
                ground,
                approvedBy,
                documentNumber,
                "",
                Optional.empty(),
                firstDay,
                lastDay,
                person.zone());
        draft.checkDays(person, fields);
        return draft;
    }

    static BasisDraft renewal(Person person, Basis before, RenewalForm form, Fields fields) {
        String assessment = fields.text("assessment", form.assessment(), 2000);
        Optional<Ground> ground = ground(form.ground(), fields);
        String approvedBy = approvedBy(form.approvedBy(), fields);
        String documentNumber = documentNumber(form.documentNumber(), fields);
        LocalDate lastDay = fields.date("lastDay", form.lastDay());
        BasisDraft draft = new BasisDraft(
                BasisKind.AUTHORISATION,
                ground,
                approvedBy,
                documentNumber,
                assessment,
                Optional.of(before.id()),
                before.lastDay().plusDays(1),
                lastDay,
                person.zone());
        draft.checkDays(person, fields);
        return draft;
    }

    static BasisDraft plan(Person person, PlanForm form, Fields fields) {
        LocalDate firstDay = fields.date("firstDay", form.firstDay());
        LocalDate lastDay = fields.date("lastDay", form.lastDay());
        BasisDraft draft = new BasisDraft(
                BasisKind.PHONE_PLAN,
                Optional.empty(),
                "",
                fields.optionalText("documentNumber", form.documentNumber(), 80),
                "",
                Optional.empty(),
                firstDay,
                lastDay,
                person.zone());
        draft.checkDays(person, fields);
        return draft;
    }

    Instant from() {
        return firstDay.atStartOfDay(zone).toInstant();
    }

    /** Exclusive. */
    Instant until() {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private void checkDays(Person person, Fields fields) {
        if (fields.has("firstDay") || fields.has("lastDay")) {
            return;
        }
        if (lastDay.isBefore(firstDay)) {
            fields.problem("lastDay", "orders.error.reversed");
        } else if (kind == BasisKind.AUTHORISATION && ThreeMonths.exceeded(firstDay, lastDay)) {
            fields.problem("lastDay", "orders.error.three-months", firstDay, ThreeMonths.lastDay(firstDay));
        } else if (kind == BasisKind.PHONE_PLAN && lastDay.isAfter(firstDay.plusDays(PLAN_DAYS_MAX - 1))) {
            fields.problem("lastDay", "orders.error.plan-year");
        } else if (person.termTo().isPresent()
                && lastDay.isAfter(person.termTo().get())) {
            fields.problem(
                    "lastDay", "orders.error.beyond-term", person.termTo().get());
        }
    }

    private static Optional<Ground> ground(String raw, Fields fields) {
        if (raw.isBlank()) {
            fields.problem("ground", "orders.error.no-ground");
        }
        Optional<Ground> ground = fields.optionalChoice("ground", raw, Ground.class);
        return ground;
    }

    private static String approvedBy(String raw, Fields fields) {
        if (raw.isBlank()) {
            fields.problem("approvedBy", "orders.error.no-approver");
        }
        return fields.optionalText("approvedBy", raw, 60);
    }

    private static String documentNumber(String raw, Fields fields) {
        if (raw.isBlank()) {
            fields.problem("documentNumber", "orders.error.no-document");
        }
        return fields.optionalText("documentNumber", raw, 80);
    }
}
