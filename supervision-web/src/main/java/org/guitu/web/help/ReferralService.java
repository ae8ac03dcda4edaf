package org.guitu.web.help;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.duties.Duties;
import org.guitu.web.duties.DutyKind;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.http.Form;
import org.guitu.web.limits.Limit;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Refers people to others and tracks the answer to its end. Each method is one transaction. */
public final class ReferralService {

    private static final int REGISTER_MAX = 300;
    private static final DutyKind ANSWER = DutyKind.of("help.referral", Limit.of("help.referral-days"))
            .at("/people/{person}/help")
            .outlastingTheCase();

    private final Jdbi jdbi;
    private final Audit audit;
    private final InstantSource clock;
    private final CaseLog log = new CaseLog();
    private final Duties duties = new Duties();

    public ReferralService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** The register of a subtree: what is open, or what is over. */
    List<Referral> register(Staff reader, boolean open) {
        return jdbi.withHandle(handle -> ReferralStore.register(handle, reader, open, REGISTER_MAX));
    }

    /** Refers someone, from {@code body}, {@code matter}, {@code contact} and {@code sentOn}; a duty lasts until the answer. */
    public Outcome<Long> refer(Staff staff, long personId, Form form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
            Fields fields = new Fields();
            Referral.Body body = fields.choice("body", form.text("body"), Referral.Body.class);
            String matter = fields.text("matter", form.text("matter"), 1000);
            String contact = fields.optionalText("contact", form.text("contact"), 120);
            LocalDate sentOn = fields.date("sentOn", form.text("sentOn"));
            if (sentOn.isAfter(today(person))) {
                fields.problem("sentOn", "help.error.future");
            }
            fields.refuseIfAny();
            long id = ReferralStore.insert(handle, personId, body, matter, contact, sentOn, staff.id());
            ReferralStore.step(handle, id, ReferralState.SENT, sentOn, "", staff.id());
            duties.open(handle, person, ANSWER, at(person, sentOn), ref(id));
            note(
                    handle,
                    staff,
                    person,
                    id,
                    CaseEntry.of("help.log.referred").word("help.body." + body).text(matter));
            audit.record(handle, staff.id(), "help.refer", personId, "", Map.of("referral", id));
            return id;
        }));
    }

    /** Takes a referral a step further, from {@code state}, {@code day} and {@code note}. */
    public Outcome<Long> step(Staff staff, long personId, long referralId, Form form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
            Referral referral = ReferralStore.find(handle, personId, referralId)
                    .orElseThrow(() -> new Refused(Problems.FORM, "help.error.unknown"));
            Fields fields = new Fields();
            ReferralState state = fields.choice("state", form.text("state"), ReferralState.class);
            if (!fields.has("state") && !referral.state().next().contains(state)) {
                fields.problem("state", "help.error.state");
            }
            LocalDate day = fields.date("day", form.text("day"));
            if (day.isAfter(today(person))) {
                fields.problem("day", "help.error.future");
            } else if (day.isBefore(referral.lastDay())) {
                fields.problem("day", "help.error.before", referral.lastDay());
            }
            String note = state == ReferralState.ACCEPTED
                    ? fields.optionalText("note", form.text("note"), 1000)
                    : fields.text("note", form.text("note"), 1000);
            fields.refuseIfAny();
            ReferralStore.step(handle, referralId, state, day, note, staff.id());
            keepDuty(handle, staff, person, referralId, state, day, note);
            note(
                    handle,
                    staff,
                    person,
                    referralId,
                    CaseEntry.of("help.log.referral")
                            .word("help.body." + referral.body())
                            .word("help.state." + state)
                            .text(note));
            audit.record(
                    handle,
                    staff.id(),
                    "help.referral-step",
                    personId,
                    "",
                    Map.of("referral", referralId, "state", state.name()));
            return referralId;
        }));
    }

    private void keepDuty(
            Handle handle,
            Staff staff,
            Person person,
            long referralId,
            ReferralState state,
            LocalDate day,
            String why) {
        if (state == ReferralState.WITHDRAWN) {
            duties.cancel(handle, person.id(), ANSWER, ref(referralId), staff.id(), why);
        } else if (!state.unanswered()) {
            duties.meet(
                    handle,
                    person.id(),
                    ANSWER,
                    ref(referralId),
                    staff.id(),
                    at(person, day),
                    "/people/" + person.id() + "/help/referrals/" + referralId);
        }
    }

    private void note(Handle handle, Staff staff, Person person, long referralId, CaseEntry entry) {
        log.record(
                handle,
                staff.id(),
                person.id(),
                clock.instant(),
                entry.leadingTo("/people/" + person.id() + "/help/referrals/" + referralId));
    }

    private LocalDate today(Person person) {
        return LocalDate.ofInstant(clock.instant(), person.zone());
    }

    /** Now for today, else the beginning of the day. */
    private Instant at(Person person, LocalDate day) {
        return day.equals(today(person))
                ? clock.instant()
                : day.atStartOfDay(person.zone()).toInstant();
    }

    private static String ref(long referralId) {
        return "referral:" + referralId;
    }
}
