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
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problem;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.papers.TemplateReader.Reading;
import org.guitu.web.papers.TemplateStore.Own;
import org.guitu.web.papers.TemplateStore.Version;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How an organisation words and numbers its papers. A template is looked through first, and used by a second step. Each method is one transaction. */
public final class TemplateService {

    private final Jdbi jdbi;
    private final Templates templates;
    private final Audit audit;
    private final InstantSource clock;

    /** @param sources what features know of a person, and so what templates may name */
    public TemplateService(Jdbi jdbi, List<PaperSource> sources, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.templates = new Templates(sources);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One kind as it stands for an organisation.
     *
     * @param own in force in place of the shipped one; of the organisation itself or of one above
     * @param last the last number of this year, 0 if there is none
     */
    record Standing(PaperKind kind, Optional<Own> own, NumberRule rule, int year, int last) {

        String next() {
            return rule.number(year, last + 1);
        }

        boolean ownOf(Staff staff) {
            return own.filter(template ->
                            template.organisationId() == staff.organisation().id())
                    .isPresent();
        }
    }

    /** @param usable whether the template in force can still be used */
    record Detail(Standing standing, List<Version> versions, boolean usable) {}

    /**
     * What came of looking through a template.
     *
     * @param upload by which it can be used; empty if it has faults
     */
    record Checked(List<Problem> faults, Optional<Long> upload) {}

    List<FactName> offered() {
        return templates.offered();
    }

    List<Standing> overview(Staff staff) {
        return jdbi.withHandle(handle -> {
            Map<PaperKind, Own> own = TemplateStore.inForce(handle, staff);
            return List.of(PaperKind.values()).stream()
                    .map(kind -> standing(handle, staff, kind, Optional.ofNullable(own.get(kind))))
                    .toList();
        });
    }

    Detail detail(Staff staff, PaperKind kind) {
        return jdbi.withHandle(handle -> {
            Templates.InForce inForce = templates.inForce(handle, staff, kind);
            return new Detail(
                    standing(handle, staff, kind, inForce.own()),
                    TemplateStore.versions(handle, staff.organisation().id(), kind),
                    inForce.template().isPresent());
        });
    }

    /** Looks through a template; a good one waits to be used. */
    Checked check(Staff staff, PaperKind kind, byte[] content) {
        return switch (templates.read(content)) {
            case Reading.Bad(List<Problem> faults) -> new Checked(faults, Optional.empty());
            case Reading.Good(PaperTemplate template) ->
                new Checked(
                        List.of(),
                        Optional.of(jdbi.inTransaction(handle ->
                                TemplateStore.insertUpload(handle, staff, kind, template.source(), clock.instant()))));
        };
    }

    /** Uses a template that was looked through, from now on; answers its version. */
    Outcome<Integer> use(Staff staff, PaperKind kind, long uploadId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            String source = TemplateStore.upload(handle, staff, kind, uploadId)
                    .orElseThrow(() -> new Refused(Problems.FORM, "papers.error.upload-gone"));
            TemplateStore.dropUpload(handle, uploadId);
            return add(handle, staff, kind, Optional.of(source));
        }));
    }

    /** Uses an earlier version again; answers the version it becomes. */
    Outcome<Integer> again(Staff staff, PaperKind kind, int version) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            String source = source(handle, staff, kind, version)
                    .orElseThrow(() -> new Refused(Problems.FORM, "papers.error.unknown"));
            if (templates.read(source) instanceof Reading.Bad) {
                throw new Refused(Problems.FORM, "papers.error.template");
            }
            return add(handle, staff, kind, Optional.of(source));
        }));
    }

    /** Uses no template of its own any more, but that of those above or the shipped one. */
    Outcome<Integer> back(Staff staff, PaperKind kind) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            if (!standing(
                            handle,
                            staff,
                            kind,
                            templates.inForce(handle, staff, kind).own())
                    .ownOf(staff)) {
                throw new Refused(Problems.FORM, "papers.error.none-own");
            }
            return add(handle, staff, kind, Optional.empty());
        }));
    }

    /** Chooses the word of the numbers from the next one on; no two kinds of an organisation have the same. */
    Outcome<NumberRule> choose(Staff staff, PaperKind kind, String word) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Fields fields = new Fields();
            NumberRule rule = NumberRule.read(word, fields);
            fields.refuseIfAny();
            long organisation = staff.organisation().id();
            TemplateStore.hold(handle, organisation);
            NumberStore.rules(handle, organisation).forEach((other, taken) -> {
                if (other != kind && taken.equals(rule)) {
                    throw new Refused("word", "papers.error.word-taken");
                }
            });
            NumberStore.choose(handle, organisation, kind, rule, clock.instant(), staff.id());
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("paperKind", kind.name());
            detail.put("word", rule.word());
            audit.record(handle, staff.id(), "papers.number-word", null, "", detail);
            return rule;
        }));
    }

    /** The text in force. */
    String source(Staff staff, PaperKind kind) {
        return jdbi.withHandle(handle -> templates.inForce(handle, staff, kind))
                .own()
                .map(Own::source)
                .orElseGet(() -> Templates.shippedSource(kind));
    }

    /** The text of one of the organisation's own versions. */
    Optional<String> source(Staff staff, PaperKind kind, int version) {
        return jdbi.withHandle(handle -> source(handle, staff, kind, version));
    }

    /** The text that this member of staff sent and that waits. */
    Optional<String> waiting(Staff staff, PaperKind kind, long uploadId) {
        return jdbi.withHandle(handle -> TemplateStore.upload(handle, staff, kind, uploadId));
    }

    /** A text filled with samples, as a page; empty if it is not good. */
    Optional<byte[]> preview(String source) {
        return switch (templates.read(source)) {
            case Reading.Bad ignored -> Optional.empty();
            case Reading.Good(PaperTemplate template) ->
                Optional.of(PaperHtml.screen(template.title(), Merge.body(template, templates.samples(template))));
        };
    }

    private Standing standing(Handle handle, Staff staff, PaperKind kind, Optional<Own> own) {
        long organisation = staff.organisation().id();
        int year = LocalDate.ofInstant(clock.instant(), staff.organisation().zone())
                .getYear();
        return new Standing(
                kind,
                own,
                NumberStore.rule(handle, organisation, kind),
                year,
                NumberStore.last(handle, organisation, kind, year));
    }

    private int add(Handle handle, Staff staff, PaperKind kind, Optional<String> source) {
        Instant now = clock.instant();
        int version = TemplateStore.add(handle, staff, kind, source, now);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("paperKind", kind.name());
        detail.put("version", version);
        audit.record(
                handle,
                staff.id(),
                source.isPresent() ? "papers.template-use" : "papers.template-back",
                null,
                "",
                detail);
        return version;
    }

    private static Optional<String> source(Handle handle, Staff staff, PaperKind kind, int version) {
        return TemplateStore.versions(handle, staff.organisation().id(), kind).stream()
                .filter(known -> known.version() == version)
                .findFirst()
                .flatMap(Version::source);
    }
}
