package org.guitu.web.conduct;

import java.util.ArrayList;
import java.util.List;
import org.guitu.web.people.Panel;
import org.guitu.web.ui.Page;

/** The words of the list of what waits: for a decision first, then objections, what is to be served, and what nobody has put forward. */
public record WaitingView(List<Panel> panels, boolean more) {

    static WaitingView of(Page page, WaitingReader.Waiting waiting) {
        List<Panel.Line> decide = new ArrayList<>();
        List<Panel.Line> answer = new ArrayList<>();
        List<Panel.Line> serve = new ArrayList<>();
        List<Panel.Line> propose = new ArrayList<>();
        for (ConductFile file : waiting.files()) {
            file.proposals().stream()
                    .filter(proposal -> proposal.state() == Proposal.State.PROPOSED)
                    .forEach(proposal -> decide.add(of(page, file, ConductPanels.waiting(page, file, proposal))));
            for (Measure measure : file.measures()) {
                if (measure.state() == Measure.State.OBJECTED) {
                    answer.add(of(page, file, ConductPanels.measure(page, file, measure)));
                } else if (measure.next().contains(Measure.StepKind.SERVED)
                        || measure.next().contains(Measure.StepKind.SENT)) {
                    serve.add(of(page, file, ConductPanels.measure(page, file, measure)));
                }
            }
            file.rungs().forEach(rung -> propose.add(of(page, file, ConductPanels.rung(page, file, rung))));
        }
        return new WaitingView(
                List.of(
                        panel(page, "decide", decide),
                        panel(page, "answer", answer),
                        panel(page, "serve", serve),
                        panel(page, "propose", propose)),
                waiting.more());
    }

    /** The same line under the person's name. */
    private static Panel.Line of(Page page, ConductFile file, Panel.Line line) {
        return new Panel.Line(
                page.text("conduct.of-person", file.person().name(), line.title()),
                page.text(
                                "conduct.of-file",
                                file.person().caseNumber(),
                                file.person().organisationName()) + " · " + line.detail(),
                line.href(),
                line.badge(),
                line.tone(),
                List.of(Panel.Action.link(page.text("conduct.open"), ConductPanels.base(file))));
    }

    private static Panel panel(Page page, String id, List<Panel.Line> lines) {
        return new Panel(
                id,
                page.text("conduct.waiting." + id, lines.size()),
                "",
                "",
                lines,
                page.text("conduct.waiting.none"),
                List.of());
    }
}
