package org.guitu.web.people;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.limits.Limits;
import org.jdbi.v3.core.Handle;

/**
 * Puts people on the books, one or many: a form is checked in itself, against the books and against the forms before it. Works in the
 * caller's transaction. Thread-safe.
 */
public final class Enrolment {

    /**
     * A form that was checked.
     *
     * @param known it is on the books already, word for word the same person: there is nothing to do
     * @param similar people who may be the same, to be confirmed
     * @param newcomer there if there are no problems and it is not known
     */
    public record Checked(Problems problems, boolean known, Similar similar, Optional<Newcomer> newcomer) {}

    /** What stands on the books under a case number. */
    private record OnTheBooks(String name, Optional<String> identityNumber, boolean visible) {}

    private record Taken(Map<String, OnTheBooks> byCase, Set<String> identities) {}

    private final Audit audit;
    private final CaseLog log = new CaseLog();
    private final InstantSource clock;

    public Enrolment(Audit audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** The forms checked, in their order. Those alike are reported, not refused. */
    public List<Checked> check(Handle handle, Staff staff, List<PersonForm> forms) {
        LocalDate today = today(staff);
        int age = Limits.of(handle, staff.organisation().id()).value(Minority.AGE, today);
        List<Fields> problems = new ArrayList<>();
        List<PersonDraft> drafts = new ArrayList<>();
        for (PersonForm form : forms) {
            Fields fields = new Fields();
            problems.add(fields);
            drafts.add(PersonDraft.read(form, fields, today));
        }
        Taken taken = taken(handle, staff, drafts);
        Acquaintances known = Acquaintances.of(handle, staff, drafts);
        Map<List<String>, Optional<Responsible>> responsible = new HashMap<>();
        Set<String> cases = new HashSet<>();
        Set<String> identities = new HashSet<>();
        List<Checked> checked = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            PersonForm form = forms.get(i);
            PersonDraft draft = drafts.get(i);
            Fields fields = problems.get(i);
            if (!cases.add(draft.caseNumber()) && !draft.caseNumber().isEmpty()) {
                fields.problem("caseNumber", "people.error.case-number-twice");
            }
            if (draft.identityNumber().isPresent()
                    && !identities.add(draft.identityNumber().get())) {
                fields.problem("identityNumber", "people.error.identity-number-twice");
            }
            OnTheBooks same = taken.byCase().get(draft.caseNumber());
            if (same != null
                    && same.visible()
                    && isSame(same, draft)
                    && fields.problems().isEmpty()) {
                checked.add(new Checked(Problems.none(), true, Similar.NONE, Optional.empty()));
                continue;
            }
            if (same != null) {
                fields.problem("caseNumber", "people.error.case-number-taken");
            }
            if (draft.identityNumber().filter(taken.identities()::contains).isPresent()) {
                fields.problem("identityNumber", "people.error.identity-number-taken");
            }
            checked.add(checkNew(
                    staff, form, draft, fields, known, age, responsible(handle, staff, form, fields, responsible)));
        }
        return checked;
    }

    /** One form, as {@link #check}; throws {@link Refused} with all its problems, those alike who are not confirmed among them. */
    Newcomer checkOne(Handle handle, Staff staff, PersonForm form, boolean askReceived) {
        Checked checked = check(handle, staff, List.of(form)).getFirst();
        Fields fields = new Fields(checked.problems());
        if (checked.known()) {
            fields.problem("caseNumber", "people.error.case-number-taken");
        }
        if (askReceived && form.receivedOn().isBlank() && supervised(form)) {
            fields.problem("receivedOn", "people.error.received-on");
        }
        Similar similar = checked.similar();
        if (!similar.isEmpty()
                && !Fields.isOn(form.similar())
                && !form.similar().equals(similar.mark())) {
            fields.problem("similar", "people.error.similar");
        }
        fields.refuseIfAny();
        return checked.newcomer().orElseThrow();
    }

    /** Puts someone who was checked in this transaction on the books; answers the person id. */
    public long enter(Handle handle, Staff staff, Newcomer newcomer) {
        return newcomer.enter(handle, staff, audit, log, clock.instant());
    }

    private Checked checkNew(
            Staff staff,
            PersonForm form,
            PersonDraft draft,
            Fields fields,
            Acquaintances known,
            int age,
            Optional<Responsible> responsible) {
        Optional<CaseState> state = state(form, draft, fields);
        Optional<LocalDate> received = received(staff, form, draft, state, fields);
        boolean reckoned = draft.reckonedMinor(today(staff), age);
        boolean minor = reckoned || Fields.isOn(form.minor());
        String reason = minorReason(staff, form, minor, reckoned, fields);
        Similar similar = known.to(draft);
        if (!fields.problems().isEmpty()) {
            return new Checked(fields.problems(), false, similar, Optional.empty());
        }
        draft.bornOn()
                .ifPresent(born ->
                        known.add(new Similar.Match(0, draft.name(), draft.caseNumber(), born, ""), draft.latinName()));
        return new Checked(
                Problems.none(),
                false,
                similar,
                Optional.of(new Newcomer(
                        draft,
                        responsible.orElseThrow(),
                        state,
                        minor,
                        reason,
                        factsFrom(staff, draft, received),
                        received,
                        similar.count())));
    }

    private static Optional<Responsible> responsible(
            Handle handle, Staff staff, PersonForm form, Fields fields, Map<List<String>, Optional<Responsible>> seen) {
        String organisation = form.organisationId().isBlank()
                ? Long.toString(staff.organisation().id())
                : form.organisationId();
        List<String> key = List.of(organisation, form.officerId());
        Optional<Responsible> before = seen.getOrDefault(key, Optional.empty());
        if (before.isEmpty()) {
            before = Responsible.read(handle, staff, organisation, form.officerId(), fields);
            seen.put(key, before);
        }
        return before;
    }

    private static boolean isSame(OnTheBooks known, PersonDraft draft) {
        return known.name().equals(draft.name())
                && (draft.identityNumber().isEmpty() || draft.identityNumber().equals(known.identityNumber()));
    }

    private static Taken taken(Handle handle, Staff staff, Collection<PersonDraft> drafts) {
        Map<String, OnTheBooks> byCase = new HashMap<>();
        handle.createQuery("""
                        select p.case_number, p.name, p.identity_number, o.path like :scope || '%' and (not p.minor or :minors) as visible
                          from supervision.person p
                          join supervision.assignment a on a.person_id = p.person_id and a.superseded_at is null and a.valid_to is null
                          join supervision.organisation o on o.organisation_id = a.organisation_id
                         where p.case_number = any(:numbers)""")
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bindArray(
                        "numbers",
                        String.class,
                        drafts.stream().map(PersonDraft::caseNumber).toList())
                .map((row, context) -> Map.entry(
                        row.getString("case_number"),
                        new OnTheBooks(
                                row.getString("name"),
                                Optional.ofNullable(row.getString("identity_number")),
                                row.getBoolean("visible"))))
                .forEach(entry -> byCase.put(entry.getKey(), entry.getValue()));
        Set<String> identities = new HashSet<>(handle.createQuery(
                        "select identity_number from supervision.person where identity_number = any(:numbers)")
                .bindArray(
                        "numbers",
                        String.class,
                        drafts.stream()
                                .flatMap(draft -> draft.identityNumber().stream())
                                .toList())
                .mapTo(String.class)
                .list());
        return new Taken(byCase, identities);
    }

    private static Optional<CaseState> state(PersonForm form, PersonDraft draft, Fields fields) {
        CaseState state =
                fields.optionalChoice("state", form.state(), CaseState.class).orElse(CaseState.ACTIVE);
        if (draft.category().supervised() && !state.beginning()) {
            fields.problem("state", "people.error.state");
        }
        return draft.category().supervised() ? Optional.of(state) : Optional.empty();
    }

    private static boolean supervised(PersonForm form) {
        return java.util.Arrays.stream(Category.values())
                .anyMatch(category -> category.supervised() && category.name().equals(form.category()));
    }

    /** When someone who is received already was; nothing is asked of a case that begins. */
    private Optional<LocalDate> received(
            Staff staff, PersonForm form, PersonDraft draft, Optional<CaseState> state, Fields fields) {
        if (state.filter(CaseState.ACTIVE::equals).isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = fields.optionalDate("receivedOn", form.receivedOn());
        if (day.filter(on -> on.isAfter(today(staff))
                        || draft.termTo().filter(on::isAfter).isPresent())
                .isPresent()) {
            fields.problem("receivedOn", "people.error.received-when");
        }
        return day;
    }

    private static String minorReason(Staff staff, PersonForm form, boolean minor, boolean reckoned, Fields fields) {
        if (minor && !staff.may(Permission.VIEW_MINORS)) {
            fields.problem(reckoned ? "bornOn" : "minor", "people.error.minor-permission");
        }
        String reason = fields.optionalText("minorReason", form.minorReason(), 300);
        if (minor && !reckoned && reason.isEmpty()) {
            fields.problem("minorReason", "people.error.minor-reason");
        }
        return reckoned ? "" : reason;
    }

    private LocalDate today(Staff staff) {
        return LocalDate.ofInstant(clock.instant(), staff.organisation().zone());
    }

    /** The facts hold from the reception or the first day of the term, or from now where neither is given or it is still to come. */
    private Instant factsFrom(Staff staff, PersonDraft draft, Optional<LocalDate> received) {
        Instant now = clock.instant();
        return received.or(draft::termFrom)
                .map(day -> day.atStartOfDay(staff.organisation().zone()).toInstant())
                .filter(start -> start.isBefore(now))
                .orElse(now);
    }
}
