package org.guitu.web.papers;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.papers.Paper.Format;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Issues papers, hands them out and declares them void. Each method is one transaction, but for {@link #issue(Handle, Staff, Person, PaperKind, Map)},
 * which is part of the caller's. Thread-safe.
 */
public final class PaperService {

    private static final int REASON_MAX = 500;
    private static final int ONCE_MAX = 64;

    private final Jdbi jdbi;
    private final List<PaperSource> sources;
    private final Templates templates;
    private final Press press;
    private final Audit audit;
    private final CaseLog log = new CaseLog();
    private final InstantSource clock;

    /** @param sources what features know of a person */
    public PaperService(Jdbi jdbi, List<PaperSource> sources, PaperFonts fonts, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.sources = List.copyOf(sources);
        this.templates = new Templates(sources);
        this.press = new Press(fonts);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A paper as it would be, without a number.
     *
     * @param facts those of the file and what was entered; a field not yet entered has what the file knows
     */
    record Draft(PaperKind kind, PaperTemplate template, PaperFacts facts) {}

    /** A stored file of a paper. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Download(Paper paper, Format format, byte[] bytes) {}

    /**
     * What a paper would say.
     *
     * @param entered by the officer, by field; empty before the first look
     */
    Outcome<Draft> draft(Staff staff, long personId, PaperKind kind, Map<String, String> entered) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.find(handle, staff, personId).orElseThrow(PeopleService::unknown);
            return draft(handle, staff, person, kind, entered);
        }));
    }

    /**
     * Issues a paper with what the officer entered; answers its id.
     *
     * @param once of the form: sent again, it issues nothing more and answers the same id
     */
    Outcome<Long> issue(Staff staff, long personId, PaperKind kind, Map<String, String> entered, String once) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
            Optional<Long> already = once.isBlank() ? Optional.empty() : PaperStore.once(handle, personId, once);
            if (already.isPresent()) {
                return already.get();
            }
            Draft draft = draft(handle, staff, person, kind, entered);
            checkFields(draft.template(), entered, once);
            return issue(handle, staff, person, draft, Optional.of(once).filter(key -> !key.isBlank()));
        }));
    }

    /**
     * Issues a paper as part of the transaction that makes it necessary. The caller holds the person's lock, and may read and decide nothing more about
     * the numbers of its organisation: they are held from here on.
     *
     * @param given what the caller knows beyond the file, e.g. {@code sanction.facts}; comes before what sources fill
     * @return the paper's id
     * @throws Refused where a fact is missing that the paper cannot do without, or the paper cannot be printed
     */
    public long issue(Handle handle, Staff staff, Person person, PaperKind kind, Map<String, String> given) {
        return issue(handle, staff, person, draft(handle, staff, person, kind, given), Optional.empty());
    }

    /** Declares a paper void; it and its number stay. */
    Outcome<Long> declareVoid(Staff staff, long personId, long paperId, String reason) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            if (PersonStore.lock(handle, staff, personId).isEmpty()) {
                throw PeopleService.unknown();
            }
            Paper paper = PaperStore.find(handle, personId, paperId)
                    .orElseThrow(() -> new Refused(Problems.FORM, "papers.error.unknown"));
            Fields fields = new Fields();
            String why = fields.text("reason", reason, REASON_MAX);
            if (paper.voided().isPresent()) {
                fields.problem(Problems.FORM, "papers.error.void-already");
            }
            fields.refuseIfAny();
            Instant now = clock.instant();
            PaperStore.markVoid(handle, paperId, now, why, staff.id());
            record(handle, staff, paper, "void");
            log.record(
                    handle,
                    staff.id(),
                    personId,
                    now,
                    entry("papers.log.void", personId, paper.title(), paper.number()));
            return paperId;
        }));
    }

    /** The papers of a person, void ones included, the newest first; empty if the staff may not see the person. */
    public List<Paper> list(Staff staff, long personId) {
        return jdbi.withHandle(handle -> PersonStore.find(handle, staff, personId)
                .map(person -> PaperStore.ofPerson(handle, personId))
                .orElse(List.of()));
    }

    /** Hands out a paper and leaves word of it. */
    Optional<Download> download(Staff staff, long personId, long paperId, Format format) {
        return jdbi.inTransaction(handle -> {
            Optional<Paper> found = PersonStore.find(handle, staff, personId)
                    .flatMap(person -> PaperStore.find(handle, personId, paperId));
            found.ifPresent(paper -> record(handle, staff, paper, "download"));
            return found.map(paper -> new Download(paper, format, PaperStore.bytes(handle, paperId, format)));
        });
    }

    /** The message key of what a fact is called. */
    String labelKey(String name) {
        return templates.labelKey(name);
    }

    private Draft draft(Handle handle, Staff staff, Person person, PaperKind kind, Map<String, String> given) {
        if (!kind.suits(person.category())) {
            throw new Refused(Problems.FORM, "papers.error.unsuited");
        }
        PaperTemplate template = templates
                .inForce(handle, staff, kind)
                .template()
                .orElseThrow(() -> new Refused(Problems.FORM, "papers.error.template"));
        PaperFacts facts = new PaperFacts();
        sources.forEach(source -> source.fill(handle, staff, person, kind, facts));
        given.forEach((name, text) -> {
            if (!CoreFacts.owns(name)) {
                facts.put(name, text);
            }
        });
        LocalDate today = today(staff);
        facts.put(
                        "paper.number",
                        NumberStore.rule(handle, staff.organisation().id(), kind)
                                .unnumbered(today.getYear()))
                .put("paper.date", ChineseDate.formal(today))
                .put("paper.day", ChineseDate.plain(today))
                .put("paper.year", Integer.toString(today.getYear()));
        return new Draft(kind, template, facts);
    }

    private long issue(Handle handle, Staff staff, Person person, Draft draft, Optional<String> once) {
        PaperTemplate template = draft.template();
        PaperFacts facts = draft.facts();
        if (!template.holes(facts).isEmpty()) {
            throw new Refused(Problems.FORM, "papers.error.incomplete", String.join("、", template.holes(facts)));
        }
        long organisation = staff.organisation().id();
        LocalDate today = today(staff);
        int number = NumberStore.next(handle, organisation, draft.kind(), today.getYear());
        String text = NumberStore.rule(handle, organisation, draft.kind()).number(today.getYear(), number);
        facts.put("paper.number", text);
        Press.Printed printed = press.print(template, facts);
        Instant now = clock.instant();
        long paperId = PaperStore.insert(
                handle,
                new PaperStore.New(
                        person.id(),
                        draft.kind(),
                        organisation,
                        today.getYear(),
                        number,
                        text,
                        template.title(),
                        today,
                        facts,
                        TemplateStore.keep(handle, template.source()),
                        templates.inForce(handle, staff, draft.kind()).own().map(TemplateStore.Own::id),
                        printed.pdf(),
                        printed.docx(),
                        once,
                        now,
                        staff.id()));
        Paper paper = PaperStore.find(handle, person.id(), paperId).orElseThrow();
        record(handle, staff, paper, "issue");
        log.record(handle, staff.id(), person.id(), now, entry("papers.log.issued", person.id(), paper.title(), text));
        return paperId;
    }

    private static void checkFields(PaperTemplate template, Map<String, String> entered, String once) {
        Fields fields = new Fields();
        for (FieldSpec field : template.fields()) {
            String raw = entered.getOrDefault(field.name(), "");
            if (field.required()) {
                fields.text(field.name(), raw, field.max());
            } else {
                fields.optionalText(field.name(), raw, field.max());
            }
        }
        if (once.length() > ONCE_MAX) {
            fields.problem(Problems.FORM, "ui.form.long", ONCE_MAX);
        }
        fields.refuseIfAny();
    }

    private void record(Handle handle, Staff staff, Paper paper, String action) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("paper", paper.id());
        detail.put("number", paper.number());
        audit.record(handle, staff.id(), "papers." + action, paper.personId(), "", detail);
    }

    private static CaseEntry entry(String kind, long personId, String title, String number) {
        return CaseEntry.of(kind).text(title).text(number).leadingTo("/people/" + personId + "/papers");
    }

    private LocalDate today(Staff staff) {
        return LocalDate.ofInstant(clock.instant(), staff.organisation().zone());
    }
}
