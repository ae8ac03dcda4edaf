package org.guitu.web.conduct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guitu.web.access.Permission;
import org.guitu.web.people.Panel;
import org.guitu.web.ui.Page;

/** The parts of the page about a person's conduct. */
final class ConductPanels {

    private ConductPanels() {}

    static String base(ConductFile file) {
        return "/people/" + file.person().id() + "/conduct";
    }

    static List<Panel> all(Page page, ConductFile file) {
        List<Panel> panels = new ArrayList<>();
        panels.add(proposals(page, file));
        panels.add(measures(page, file));
        panels.add(incidents(page, file));
        panels.add(assessments(page, file));
        panels.add(rewards(page, file));
        return panels;
    }

    /** What the ladder calls for, and what waits for a decision. */
    static Panel proposals(Page page, ConductFile file) {
        List<Panel.Line> lines = new ArrayList<>(
                file.rungs().stream().map(rung -> rung(page, file, rung)).toList());
        file.proposals().stream()
                .filter(proposal -> proposal.state() == Proposal.State.PROPOSED)
                .map(proposal -> waiting(page, file, proposal))
                .forEach(lines::add);
        return new Panel(
                "proposals",
                page.text("conduct.proposals"),
                "",
                page.text("conduct.proposals.note"),
                lines,
                page.text("conduct.proposals.empty"),
                List.of());
    }

    /** The software's own: it says what, why, and by which evidence, and leads to where a person puts it forward. */
    static Panel.Line rung(Page page, ConductFile file, Rung rung) {
        List<String> detail = new ArrayList<>();
        detail.add(ConductWords.grounds(page, rung.grounds()));
        detail.add(ConductWords.incident(page, rung.incident(), file.today()) + " "
                + ConductWords.when(page, rung.incident()));
        rung.earlier().forEach(earlier -> detail.add(ConductWords.received(page, earlier)));
        String propose =
                base(file) + "/proposals/new?incident=" + rung.incident().id() + "&kind=" + rung.kind();
        boolean may = page.may(Permission.EDIT_PEOPLE);
        return new Panel.Line(
                page.text("conduct.suggested", ConductWords.measure(page, rung.kind())),
                String.join(" · ", detail),
                may ? propose : "",
                page.text("conduct.suggestion"),
                ConductWords.tone(rung.kind()),
                may ? List.of(Panel.Action.link(page.text("conduct.propose"), propose)) : List.of());
    }

    static Panel.Line waiting(Page page, ConductFile file, Proposal proposal) {
        return new Panel.Line(
                ConductWords.measure(page, proposal.kind()),
                page.text(
                        "conduct.proposed-by",
                        proposal.proposedBy(),
                        page.times().minute(proposal.proposedAt())),
                base(file) + "/proposals/" + proposal.id(),
                page.text("conduct.proposal.PROPOSED"),
                "info");
    }

    static Panel.Line measure(Page page, ConductFile file, Measure measure) {
        return new Panel.Line(
                ConductWords.measure(page, measure.kind()) + " · " + measure.documentNumber(),
                page.text(
                                "conduct.decided-by",
                                measure.decidedBy(),
                                page.times().date(measure.decidedOn())) + " · " + ConductWords.progress(page, measure),
                base(file) + "/measures/" + measure.id(),
                ConductWords.state(page, measure),
                measure.state() == Measure.State.WITHDRAWN ? "none" : ConductWords.tone(measure.effective()));
    }

    private static Panel measures(Page page, ConductFile file) {
        List<Panel.Line> lines = new ArrayList<>(file.measures().stream()
                .map(measure -> measure(page, file, measure))
                .toList());
        file.proposals().stream()
                .filter(proposal ->
                        proposal.state() == Proposal.State.REJECTED || proposal.state() == Proposal.State.TAKEN_BACK)
                .map(proposal -> new Panel.Line(
                        ConductWords.measure(page, proposal.kind()),
                        closed(page, proposal),
                        base(file) + "/proposals/" + proposal.id(),
                        page.text("conduct.proposal." + proposal.state()),
                        "none"))
                .forEach(lines::add);
        return new Panel(
                "measures",
                page.text("conduct.measures"),
                "",
                "",
                lines,
                page.text("conduct.measures.empty"),
                List.of());
    }

    static String closed(Page page, Proposal proposal) {
        String why = proposal.closeReason().equals(DecisionService.CLOSED)
                ? page.text("conduct.case-closed")
                : proposal.closeReason();
        return page.text(
                "conduct.closed-by",
                proposal.closedBy(),
                proposal.closedAt().map(page.times()::minute).orElse(""),
                why);
    }

    private static Panel incidents(Page page, ConductFile file) {
        boolean edit = page.may(Permission.EDIT_PEOPLE);
        return new Panel(
                "incidents",
                page.text("conduct.incidents"),
                "",
                "",
                file.incidents().stream()
                        .map(incident -> incident(page, file, incident, edit))
                        .toList(),
                page.text("conduct.incidents.empty"),
                edit && ConductFile.answerable(file.person())
                        ? List.of(Panel.Action.link(page.text("conduct.enter"), base(file) + "/incidents/new"))
                        : List.of());
    }

    private static Panel.Line incident(Page page, ConductFile file, Incident incident, boolean edit) {
        String source = ConductWords.sourcePath(file.person().id(), incident.source());
        return new Panel.Line(
                ConductWords.incident(page, incident, file.today()),
                ConductWords.when(page, incident) + " · " + incident.note(),
                edit ? base(file) + "/incidents/" + incident.id() : "",
                answer(page, file, incident),
                incident.settled().isPresent() ? "none" : "warn",
                source.isEmpty() ? List.of() : List.of(Panel.Action.link(page.text("conduct.source.see"), source)));
    }

    /** What became of an incident. */
    private static String answer(Page page, ConductFile file, Incident incident) {
        if (file.openFor(incident.id()).isPresent()) {
            return page.text("conduct.answer.waiting");
        }
        if (incident.settled().isPresent()) {
            return page.text("conduct.answer.settled");
        }
        if (incident.kind() == IncidentKind.PUBLIC_SECURITY_PUNISHMENT) {
            return page.text("conduct.answer.noted");
        }
        return page.text(
                incident.kind().admonished() && incident.admonishedOn().isEmpty()
                        ? "conduct.answer.admonish"
                        : "conduct.answer.open");
    }

    private static Panel assessments(Page page, ConductFile file) {
        return new Panel(
                "assessments",
                page.text("conduct.assessments"),
                "",
                "",
                file.assessments().stream()
                        .map(assessment -> assessment(page, assessment))
                        .toList(),
                page.text("conduct.assessments.empty"),
                page.may(Permission.EDIT_PEOPLE) && ConductFile.answerable(file.person())
                        ? List.of(Panel.Action.link(page.text("conduct.assess"), base(file) + "/assessments/new"))
                        : List.of());
    }

    private static Panel.Line assessment(Page page, Assessment assessment) {
        String items = java.util.Arrays.stream(Assessment.Item.values())
                .filter(assessment.items()::containsKey)
                .map(item -> page.text(
                        "conduct.item.graded",
                        page.text("conduct.item." + item),
                        page.text("conduct.grade." + assessment.items().get(item))))
                .collect(Collectors.joining(" · "));
        return new Panel.Line(
                assessment.month().toString().substring(0, 7),
                assessment.note().isEmpty() ? items : items + " · " + assessment.note(),
                "",
                page.text("conduct.grade." + assessment.grade()),
                switch (assessment.grade()) {
                    case GOOD -> "good";
                    case PASS -> "neutral";
                    case FAIL -> "serious";
                });
    }

    private static Panel rewards(Page page, ConductFile file) {
        Optional<LocalDate> from = file.begun().map(day -> Commendation.from(day, file.commendationMonths()));
        boolean now = from.filter(day -> !day.isAfter(file.today())).isPresent();
        List<String> notice = new ArrayList<>();
        from.ifPresent(day -> notice.add(page.text(
                now ? "conduct.reward.since" : "conduct.reward.from",
                page.times().date(day))));
        if (now) {
            Commendation.against(file, file.today().minusMonths(file.commendationMonths()))
                    .forEach(key -> notice.add(page.text(key)));
        }
        boolean may = page.may(Permission.EDIT_PEOPLE) && ConductFile.answerable(file.person());
        String base = base(file) + "/proposals/new?kind=";
        return new Panel(
                "rewards",
                page.text("conduct.rewards"),
                "",
                String.join(" ", notice),
                List.of(),
                "",
                may
                        ? List.of(
                                Panel.Action.link(page.text("conduct.commend"), base + MeasureKind.COMMENDATION),
                                Panel.Action.link(
                                        page.text("conduct.commute"), base + MeasureKind.COMMUTATION_PROPOSAL),
                                Panel.Action.link(
                                        page.text("conduct.recommend"), base + MeasureKind.LENIENCY_RECOMMENDATION))
                        : List.of());
    }
}
