package org.guitu.web.resettlement;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Option;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Helpers, visits, and the two places that list somebody. Each method is one transaction. */
public final class HelpService {

    /** A helper as written in a form: one of the staff, or a volunteer by name. */
    public record PairingForm(String staffId, String helper, String phone, String from) {}

    /** A visit as written in a form. */
    public record VisitForm(String on, String visitor, String way, String findings, String needs) {}

    /** A place that lists somebody, as written in a form: an organisation of this system, or another by name. */
    public record ListingForm(String place, String organisationId, String name, String toldOn, String confirmedOn) {}

    private final Jdbi jdbi;
    private final Audit audit;
    private final InstantSource clock;
    private final CaseLog log = new CaseLog();
    private final ResettlementDuties duties = new ResettlementDuties();

    public HelpService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every office and county of this system: a household may be registered far away. */
    List<Option> places() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select organisation_id, name from supervision.organisation
                         where level in ('COUNTY', 'OFFICE') and closed_at is null order by path limit 3000""")
                .map((row, context) -> new Option(row.getString("organisation_id"), row.getString("name")))
                .list());
    }

    Help of(Resettlement resettlement) {
        return jdbi.withHandle(handle -> HelpStore.of(handle, resettlement.id(), resettlement.personId()));
    }

    /** Pairs the person with a helper; the one before, if any, ends that day. */
    public Outcome<Long> pair(Staff staff, long personId, PairingForm form) {
        return act(staff, personId, "pair", (handle, person, standing, fields) -> {
            Optional<Named> chosen = staffOf(handle, staff, form.staffId(), fields);
            String name = fields.optionalText("helper", form.helper(), 60);
            String phone = fields.optionalText("phone", form.phone(), 40);
            LocalDate from = fields.date("from", form.from());
            if (chosen.isPresent() == !name.isEmpty()) {
                fields.problem("helper", "resettlement.error.one-helper");
            }
            fields.refuseIfAny();
            String helper = chosen.map(Named::name).orElse(name);
            HelpStore.endPairing(handle, standing.id(), from);
            HelpStore.pair(handle, standing.id(), chosen.map(Named::id).orElse(null), helper, phone, from, staff.id());
            return ResettlementService.entry("paired", personId).text(helper).day(from);
        });
    }

    /** Logs a visit; the first after the release ends the duty of the first visit. */
    public Outcome<Long> visit(Staff staff, long personId, VisitForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Resettlement standing = ResettlementService.standing(handle, personId);
            Fields fields = new Fields();
            LocalDate on = fields.date("visitedOn", form.on());
            String visitor = fields.text("visitor", form.visitor(), 60);
            Help.Way way = fields.choice("way", form.way(), Help.Way.class);
            String findings = fields.text("findings", form.findings(), 2000);
            String needs = fields.optionalText("needs", form.needs(), 500);
            past(fields, "visitedOn", on, person);
            fields.refuseIfAny();
            long entry = log.record(
                    handle,
                    staff.id(),
                    personId,
                    on.atStartOfDay(person.zone()).toInstant(),
                    ResettlementService.entry("visited", personId)
                            .text(visitor)
                            .word("resettlement.way." + way)
                            .text(findings));
            HelpStore.visit(
                    handle, standing.id(), new Help.Visit(0, on, visitor, way, findings, needs, "", entry), staff.id());
            if (!on.isBefore(standing.releasedOn())) {
                duties.meet(
                        handle,
                        personId,
                        ResettlementDuties.FIRST_VISIT,
                        standing.id(),
                        staff.id(),
                        on.atStartOfDay(person.zone()).toInstant());
            }
            audit.record(handle, staff.id(), "resettlement.visit", personId, "", Map.of("resettlement", standing.id()));
            return standing.id();
        }));
    }

    /** Strikes out a visit that was entered by mistake; it stays to be seen, with the reason. */
    public Outcome<Long> strike(Staff staff, long personId, long visitId, String rawReason) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Resettlement standing = ResettlementService.standing(handle, personId);
            Help.Visit visit = HelpStore.of(handle, standing.id(), personId).visits().stream()
                    .filter(known -> known.id() == visitId && known.mistake().isEmpty())
                    .findFirst()
                    .orElseThrow(() -> new Refused(Problems.FORM, "resettlement.error.unknown"));
            Fields fields = new Fields();
            String reason = fields.text("reason", rawReason, 300);
            fields.refuseIfAny();
            HelpStore.strike(handle, visitId, reason, staff.id());
            log.correct(
                    handle,
                    staff.id(),
                    person.id(),
                    clock.instant(),
                    ResettlementService.entry("struck", personId)
                            .day(visit.on())
                            .text(reason),
                    visit.entryId());
            audit.record(handle, staff.id(), "resettlement.strike", personId, "", Map.of("visit", visitId));
            return standing.id();
        }));
    }

    /** Notes who lists the person in one of the two places, and whether the other side knows. */
    public Outcome<Long> list(Staff staff, long personId, ListingForm form) {
        return act(staff, personId, "list", (handle, person, standing, fields) -> {
            Help.Place place = fields.choice("place", form.place(), Help.Place.class);
            Optional<Named> ours = organisation(handle, form.organisationId(), fields);
            String name = fields.optionalText("name", form.name(), 100);
            Optional<LocalDate> told = fields.optionalDate("toldOn", form.toldOn());
            Optional<LocalDate> confirmed = fields.optionalDate("confirmedOn", form.confirmedOn());
            told.ifPresent(day -> past(fields, "toldOn", day, person));
            confirmed.ifPresent(day -> past(fields, "confirmedOn", day, person));
            if (ours.isPresent() == !name.isEmpty()) {
                fields.problem("name", "resettlement.error.one-place");
            }
            fields.refuseIfAny();
            String where = ours.map(Named::name).orElse(name);
            HelpStore.listing(
                    handle,
                    standing.id(),
                    new Help.Listing(place, where, told, confirmed),
                    ours.map(Named::id).orElse(null),
                    staff.id());
            return ResettlementService.entry("listed", personId)
                    .word("resettlement.place." + place)
                    .text(where);
        });
    }

    private record Named(long id, String name) {}

    private static Optional<Named> staffOf(Handle handle, Staff staff, String raw, Fields fields) {
        return named(handle, raw, staff.scope(), "staffId", fields, """
                select s.staff_id, s.name from supervision.staff s join supervision.organisation o using (organisation_id)
                 where s.staff_id = :id and s.deactivated_at is null and o.path like :scope || '%'""");
    }

    /** Any organisation of this system: the household may be registered far away. */
    private static Optional<Named> organisation(Handle handle, String raw, Fields fields) {
        return named(
                handle,
                raw,
                "/",
                "organisationId",
                fields,
                "select organisation_id, name from supervision.organisation where organisation_id = :id and path like :scope || '%'");
    }

    private static Optional<Named> named(
            Handle handle, String raw, String scope, String field, Fields fields, String sql) {
        if (raw.isBlank()) {
            return Optional.empty();
        }
        Optional<Named> found = raw.strip().matches("\\d{1,18}")
                ? handle.createQuery(sql)
                        .bind("id", Long.parseLong(raw.strip()))
                        .bind("scope", scope)
                        .map((row, context) -> new Named(row.getLong(1), row.getString(2)))
                        .findOne()
                : Optional.empty();
        if (found.isEmpty()) {
            fields.problem(field, "ui.form.choose");
        }
        return found;
    }

    private interface Work {
        CaseEntry on(Handle handle, Person person, Resettlement standing, Fields fields);
    }

    private Outcome<Long> act(Staff staff, long personId, String action, Work work) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Resettlement standing = ResettlementService.standing(handle, personId);
            CaseEntry entry = work.on(handle, person, standing, new Fields());
            log.record(handle, staff.id(), personId, clock.instant(), entry);
            audit.record(
                    handle, staff.id(), "resettlement." + action, personId, "", Map.of("resettlement", standing.id()));
            return standing.id();
        }));
    }

    private void past(Fields fields, String field, LocalDate day, Person person) {
        if (!fields.has(field) && day.isAfter(LocalDate.ofInstant(clock.instant(), person.zone()))) {
            fields.problem(field, "resettlement.error.future");
        }
    }

    private static Person lock(Handle handle, Staff staff, long personId) {
        return PersonStore.lock(handle, staff, personId)
                .filter(person -> staff.may(Permission.VIEW_PEOPLE))
                .orElseThrow(PeopleService::unknown);
    }
}
