package org.guitu.web.conduct;

import java.util.Arrays;
import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.papers.PaperLink;
import org.guitu.web.ui.Page;

/** The words of the page of one measure: the decision, its evidence, what followed, and what can follow. */
public record MeasureView(
        long personId,
        String person,
        String path,
        String title,
        String number,
        String state,
        String tone,
        String decided,
        String grounds,
        String reason,
        List<String> evidence,
        List<Done> done,
        List<Next> next,
        List<PaperLink> papers,
        Form form,
        String saved) {

    /** A step that was taken. */
    public record Done(String what, String day, String note, String recorded) {}

    /**
     * A step that can be taken.
     *
     * @param open whether its form is shown unfolded: it was sent and refused
     */
    public record Next(
            String step,
            String label,
            String action,
            boolean open,
            boolean guardian,
            boolean noteRequired,
            List<Option> results,
            List<Option> changes) {}

    static MeasureView of(
            Page page, ConductFile file, Measure measure, Proposal proposal, boolean decider, Form form, String saved) {
        String path = ConductPanels.base(file) + "/measures/" + measure.id();
        return new MeasureView(
                file.person().id(),
                file.person().name(),
                path,
                ConductWords.measure(page, measure.kind()),
                measure.documentNumber(),
                ConductWords.state(page, measure),
                measure.state() == Measure.State.WITHDRAWN ? "none" : ConductWords.tone(measure.effective()),
                page.text(
                        "conduct.decided-by", measure.decidedBy(), page.times().date(measure.decidedOn())),
                proposal.grounds().isEmpty()
                        ? page.text("conduct.ground.by-hand")
                        : ConductWords.grounds(page, proposal.grounds()),
                measure.reason().isEmpty() ? proposal.reason() : measure.reason(),
                ProposalView.evidence(page, file, proposal),
                measure.steps().stream()
                        .map(step -> new Done(
                                ConductWords.step(page, step),
                                page.times().date(step.day()),
                                step.note(),
                                page.text(
                                        "conduct.recorded",
                                        step.recordedBy(),
                                        page.times().minute(step.recordedAt()))))
                        .toList(),
                measure.next().stream()
                        .filter(step -> step == Measure.StepKind.ANSWERED ? decider : page.may(Permission.EDIT_PEOPLE))
                        .map(step -> next(page, file, measure, step, path, form))
                        .toList(),
                papers(page, file, measure),
                form,
                saved);
    }

    /** Its own, if it is the newest of its kind: that is what the paper is filled with. */
    private static List<PaperLink> papers(Page page, ConductFile file, Measure measure) {
        return ConductSource.paper(measure.effective())
                .filter(kind -> ConductSource.newest(file.measures(), kind)
                        .filter(measure::equals)
                        .isPresent())
                .map(kind -> PaperLink.of(page, file.person(), kind))
                .orElse(List.of());
    }

    private static Next next(
            Page page, ConductFile file, Measure measure, Measure.StepKind step, String path, Form form) {
        boolean answer = step == Measure.StepKind.ANSWERED;
        List<Measure.Result> results = answer
                ? List.of(Measure.Result.UPHELD, Measure.Result.CHANGED, Measure.Result.WITHDRAWN)
                : step == Measure.StepKind.RULED ? List.of(Measure.Result.GRANTED, Measure.Result.REFUSED) : List.of();
        return new Next(
                step.name(),
                page.text("conduct.do." + step),
                path + (answer ? "/answer" : "/steps"),
                form.text("step").equals(step.name()),
                step == Measure.StepKind.SERVED && file.person().minor(),
                answer || step == Measure.StepKind.OBJECTED,
                results.stream()
                        .map(result -> new Option(result.name(), page.text("conduct.result." + result)))
                        .toList(),
                answer
                        ? Arrays.stream(MeasureKind.values())
                                .filter(kind ->
                                        kind.punishes() && measure.kind().heavierThan(kind))
                                .map(kind -> new Option(kind.name(), ConductWords.measure(page, kind)))
                                .toList()
                        : List.of());
    }
}
