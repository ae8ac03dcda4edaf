package org.guitu.web.lifecycle;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problem;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.http.Form;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.guitu.web.people.Sex;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The correction team of a person and the plan it works by. */
public final class TeamService {

    private final Jdbi jdbi;
    private final Audit audit;
    private final InstantSource clock;
    private final CaseLog log = new CaseLog();

    public TeamService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds a member from {@code name}, {@code sex}, {@code kind}, {@code phone}, {@code joinedOn}; answers its id. */
    public Outcome<Long> add(Staff staff, long personId, Form form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Fields fields = new Fields();
            String name = fields.text("name", form.text("name"), 60);
            Sex sex = fields.choice("sex", form.text("sex"), Sex.class);
            TeamMember.Kind kind = fields.choice("kind", form.text("kind"), TeamMember.Kind.class);
            String phone = fields.optionalText("phone", form.text("phone"), 40);
            LocalDate joined = past(fields, "joinedOn", form.text("joinedOn"), person);
            fields.refuseIfAny();
            long id = TeamStore.insert(handle, personId, name, sex, kind, phone, joined, staff.id());
            note(handle, staff, person, joined, "joined", name, kind);
            return id;
        }));
    }

    /** Notes that a member signed the letter of responsibility. */
    public Outcome<Long> sign(Staff staff, long personId, long memberId, String day) {
        return change(staff, personId, memberId, day, "signed");
    }

    /** Notes that a member left the team. */
    public Outcome<Long> leave(Staff staff, long personId, long memberId, String day) {
        return change(staff, personId, memberId, day, "left");
    }

    /** Writes the next version of the plan from {@code situation}, {@code measures}, {@code help}, {@code validFrom}, {@code version}. */
    public Outcome<Long> plan(Staff staff, long personId, Form form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Fields fields = new Fields();
            int read = fields.integer("version", form.text("version"), 0, 100_000);
            String situation = fields.text("situation", form.text("situation"), 4000);
            String measures = fields.text("measures", form.text("measures"), 4000);
            String help = fields.optionalText("help", form.text("help"), 4000);
            LocalDate from = fields.date("validFrom", form.text("validFrom"));
            fields.refuseIfAny();
            int standing = PlanStore.newest(handle, personId).map(Plan::version).orElse(0);
            if (standing != read) {
                throw new Refused(Problems.VERSION, "lifecycle.error.plan-overtaken");
            }
            PlanStore.insert(handle, personId, new Plan(standing + 1, situation, measures, help, from, ""), staff.id());
            log.record(
                    handle,
                    staff.id(),
                    personId,
                    clock.instant(),
                    CaseEntry.of("lifecycle.log.plan")
                            .text(standing + 1)
                            .leadingTo("/people/" + person.id() + "/plan"));
            audit.record(handle, staff.id(), "lifecycle.plan", personId, "", Map.of("version", standing + 1));
            return personId;
        }));
    }

    List<TeamMember> members(long personId) {
        return jdbi.withHandle(handle -> TeamStore.list(handle, personId));
    }

    List<Plan> plans(long personId) {
        return jdbi.withHandle(handle -> PlanStore.list(handle, personId));
    }

    /** What the team still lacks today. */
    Optional<Problem> lacks(Person person) {
        return TeamRules.obstacle(members(person.id()), person.sex(), today(person));
    }

    private Outcome<Long> change(Staff staff, long personId, long memberId, String rawDay, String what) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Fields fields = new Fields();
            LocalDate day = past(fields, "day", rawDay, person);
            fields.refuseIfAny();
            TeamMember member = TeamStore.list(handle, personId).stream()
                    .filter(known -> known.id() == memberId)
                    .findFirst()
                    .orElseThrow(() -> new Refused(Problems.FORM, "lifecycle.error.member.unknown"));
            boolean done = what.equals("signed")
                    ? TeamStore.sign(handle, personId, memberId, day)
                    : TeamStore.leave(handle, personId, memberId, day);
            if (!done) {
                throw new Refused(Problems.FORM, "lifecycle.error.member-done");
            }
            note(handle, staff, person, day, what, member.name(), member.kind());
            return memberId;
        }));
    }

    private void note(
            Handle handle, Staff staff, Person person, LocalDate day, String what, String name, TeamMember.Kind kind) {
        log.record(
                handle,
                staff.id(),
                person.id(),
                day.atStartOfDay(person.zone()).toInstant(),
                CaseEntry.of("lifecycle.log.team." + what)
                        .text(name)
                        .word("lifecycle.member." + kind)
                        .leadingTo("/people/" + person.id() + "/team"));
        audit.record(handle, staff.id(), "lifecycle.team", person.id(), "", Map.of());
    }

    private LocalDate past(Fields fields, String field, String raw, Person person) {
        LocalDate day = fields.date(field, raw);
        if (day.isAfter(today(person))) {
            fields.problem(field, "lifecycle.error.future");
        }
        return day;
    }

    private LocalDate today(Person person) {
        return LocalDate.ofInstant(clock.instant(), person.zone());
    }

    private static Person lock(Handle handle, Staff staff, long personId) {
        return PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
    }
}
