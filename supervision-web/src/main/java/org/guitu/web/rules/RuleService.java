package org.guitu.web.rules;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.ingest.registry.Registry;
import org.guitu.ingest.registry.RuleSpec;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.form.Validity;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.guitu.web.people.ReleaseListener;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Orders rules, revises and ends them. Each method is one transaction over our rows and the rule book. */
public final class RuleService implements ReleaseListener {

    static final String OVERTAKEN = "rules.error.overtaken";

    private final Jdbi jdbi;
    private final Registry registry;
    private final Audit audit;
    private final CaseLog log = new CaseLog();
    private final ProtectedPeople protectedPeople;
    private final InstantSource clock;

    public RuleService(
            Jdbi jdbi, Registry registry, ProtectedPeople protectedPeople, Audit audit, InstantSource clock) {
        this.protectedPeople = protectedPeople;
        this.jdbi = jdbi;
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    /** Orders a rule for a person; answers its id. */
    public Outcome<Long> create(Staff staff, long personId, RuleForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            refuseReleased(person);
            Instant now = clock.instant();
            Fields fields = new Fields();
            RuleKind kind = kind(form, fields);
            Optional<Long> other =
                    kind == RuleKind.KEEP_AWAY ? other(handle, staff, personId, form, fields) : Optional.empty();
            RuleDraft draft = RuleDraft.read(form, kind, person.zone(), now, now, fields);
            fields.refuseIfAny();
            long subjectId = kind.isOfPair() ? registry.pair(handle, kind, personId, other.orElse(personId)) : personId;
            long judgedId = registry.putRule(handle, draft.spec(subjectId));
            long ruleId = RuleStore.insert(handle, personId, kind, other, subjectId, judgedId, staff.id());
            RuleStore.insertRevision(handle, ruleId, 1, draft, draft.validFrom(), staff.id());
            tell(handle, other, ruleId, draft.validFrom(), draft.validTo());
            record(handle, staff, "create", personId, ruleId, kind);
            return ruleId;
        }));
    }

    /** Changes a rule from now on: a new revision. Refused with {@link Problems#VERSION} if someone else has changed it since. */
    public Outcome<Long> revise(Staff staff, long personId, long ruleId, int version, RuleForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            OrderedRule before = own(handle, personId, ruleId);
            refuseReleased(person);
            Instant now = clock.instant();
            if (before.version() != version) {
                throw new Refused(Problems.VERSION, OVERTAKEN);
            }
            refuseOver(before, now);
            Fields fields = new Fields();
            Validity.refusePast(form.validFrom(), person.zone(), now, before.validFrom(), fields);
            RuleDraft draft = RuleDraft.read(form, before.kind(), person.zone(), now, before.validFrom(), fields)
                    .keepingPauses(before.schedule());
            fields.refuseIfAny();
            registry.reviseRule(handle, before.judgedId(), draft.spec(before.subjectId()), now);
            RuleStore.insertRevision(handle, ruleId, version + 1, draft, now, staff.id());
            tell(handle, before.otherId(), ruleId, draft.validFrom(), draft.validTo());
            record(handle, staff, "revise", personId, ruleId, before.kind());
            return ruleId;
        }));
    }

    /** Ends a rule now. */
    public Outcome<Long> end(Staff staff, long personId, long ruleId, String reason) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            lock(handle, staff, personId);
            OrderedRule rule = own(handle, personId, ruleId);
            Fields fields = new Fields();
            String why = fields.optionalText("reason", reason, 500);
            fields.refuseIfAny();
            refuseOver(rule, clock.instant());
            stop(handle, staff, rule, clock.instant(), why);
            return ruleId;
        }));
    }

    /** Takes the end of a rule back: it goes on as if it had not been ended, and the time between is judged by it. */
    public Outcome<Long> undoEnd(Staff staff, long personId, long ruleId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            OrderedRule rule = own(handle, personId, ruleId);
            Instant ended = rule.endedAt().orElseThrow(() -> new Refused(Problems.FORM, "rules.error.not-ended"));
            refuseReleased(person);
            if (rule.validTo().isPresent() && !rule.validTo().get().isAfter(clock.instant())) {
                throw new Refused(Problems.FORM, "rules.error.over");
            }
            RuleSpec again = new RuleSpec(
                    rule.subjectId(),
                    rule.order(),
                    rule.schedule(),
                    rule.validFrom(),
                    rule.validTo().orElse(Instant.MAX));
            registry.reviseRule(handle, rule.judgedId(), again, ended);
            RuleStore.reopen(handle, ruleId);
            tell(handle, rule.otherId(), ruleId, rule.validFrom(), rule.validTo());
            record(handle, staff, "undo-end", personId, ruleId, rule.kind());
            return ruleId;
        }));
    }

    /** All rules of a person, ended ones last; empty if the staff may not see the person. */
    public List<OrderedRule> list(Staff staff, long personId) {
        return jdbi.withHandle(handle -> PersonStore.find(handle, staff, personId)
                .map(person -> RuleStore.ofPerson(handle, personId))
                .orElse(List.of()));
    }

    public Optional<OrderedRule> find(Staff staff, long personId, long ruleId) {
        return jdbi.withHandle(handle ->
                PersonStore.find(handle, staff, personId).flatMap(person -> RuleStore.find(handle, personId, ruleId)));
    }

    /** The history of a rule that was found, newest first. */
    List<RuleRevision> revisions(OrderedRule rule) {
        return jdbi.withHandle(handle -> RuleStore.revisions(handle, rule.id()));
    }

    @Override
    public void released(Handle handle, Staff by, long personId, Instant at) {
        List<OrderedRule> rules = new ArrayList<>(RuleStore.ofPerson(handle, personId));
        rules.addAll(RuleStore.about(handle, personId));
        // A person's own book before those of pairs: in the order in which the judge takes them.
        rules.sort(Comparator.comparing(rule -> rule.kind().isOfPair()));
        for (OrderedRule rule : rules) {
            if (rule.state(at) != OrderedRule.State.OVER) {
                stop(handle, by, rule, at, "released");
            }
        }
    }

    private static RuleKind kind(RuleForm form, Fields fields) {
        RuleKind kind = fields.choice("kind", form.kind(), RuleKind.class);
        if (!RuleDraft.KINDS.contains(kind)) {
            fields.problem("kind", "ui.form.choose");
            return RuleKind.REPORT_EVERY;
        }
        return kind;
    }

    /** Those who keep watch over what is collected of protected persons. */
    private void tell(Handle handle, Optional<Long> other, long ruleId, Instant from, Optional<Instant> to) {
        other.filter(ProtectedPeople::isProtected)
                .ifPresent(id -> protectedPeople.ordered(handle, id, ruleId, from, to.orElse(Instant.MAX)));
    }

    ProtectedPeople protectedPeople() {
        return protectedPeople;
    }

    private Optional<Long> other(Handle handle, Staff staff, long personId, RuleForm form, Fields fields) {
        Optional<Long> other = number(form.otherId())
                .filter(id -> id != personId)
                .filter(id -> ProtectedPeople.isProtected(id)
                        ? protectedPeople.mayName(handle, staff, id)
                        : PersonStore.find(handle, staff, id)
                                .map(Person::supervised)
                                .orElse(false));
        if (other.isEmpty()) {
            fields.problem("otherId", form.otherId().isBlank() ? "rules.error.no-other" : "rules.error.other");
        }
        return other;
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private void stop(Handle handle, Staff staff, OrderedRule rule, Instant at, String reason) {
        registry.endRule(handle, rule.judgedId(), at);
        RuleStore.end(handle, rule.id(), at, reason, staff.id());
        if (rule.otherId().map(ProtectedPeople::isProtected).orElse(false)) {
            protectedPeople.ended(handle, rule.id(), at);
        }
        record(handle, staff, "end", rule.personId(), rule.id(), rule.kind());
    }

    private void record(Handle handle, Staff staff, String act, long personId, long ruleId, RuleKind kind) {
        audit.record(handle, staff.id(), "rules." + act, personId, "", Map.of("rule", ruleId));
        CaseEntry entry = CaseEntry.of("rules.log." + act).word("rules.kind." + kind);
        log.record(
                handle,
                staff.id(),
                personId,
                clock.instant(),
                entry.leadingTo("/people/" + personId + "/rules/" + ruleId));
    }

    private static void refuseReleased(Person person) {
        if (!person.supervised()) {
            throw new Refused(Problems.FORM, "rules.error.released");
        }
    }

    private static void refuseOver(OrderedRule rule, Instant now) {
        if (rule.state(now) == OrderedRule.State.OVER) {
            throw new Refused(Problems.FORM, "rules.error.over");
        }
    }

    private static Person lock(Handle handle, Staff staff, long personId) {
        return PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
    }

    private static OrderedRule own(Handle handle, long personId, long ruleId) {
        return RuleStore.find(handle, personId, ruleId)
                .orElseThrow(() -> new Refused(Problems.FORM, "rules.error.unknown"));
    }
}
