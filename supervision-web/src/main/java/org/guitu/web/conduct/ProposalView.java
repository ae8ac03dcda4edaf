package org.guitu.web.conduct;

import java.util.ArrayList;
import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/** The words of the page of one proposal: what, why, the evidence, and the decision to be taken. */
public record ProposalView(
        long personId,
        String person,
        String path,
        String title,
        String state,
        String tone,
        String proposed,
        String grounds,
        String suggested,
        String reason,
        List<String> evidence,
        String closed,
        boolean mayDecide,
        boolean needsCounty,
        boolean mayTakeBack,
        Form form) {

    static ProposalView of(Page page, ConductFile file, Proposal proposal, boolean decider, Form form) {
        boolean waits = proposal.state() == Proposal.State.PROPOSED;
        return new ProposalView(
                file.person().id(),
                file.person().name(),
                ConductPanels.base(file) + "/proposals/" + proposal.id(),
                ConductWords.measure(page, proposal.kind()),
                page.text("conduct.proposal." + proposal.state()),
                waits ? "info" : "none",
                page.text(
                        "conduct.proposed-by",
                        proposal.proposedBy(),
                        page.times().minute(proposal.proposedAt())),
                proposal.grounds().isEmpty()
                        ? page.text("conduct.ground.by-hand")
                        : ConductWords.grounds(page, proposal.grounds()),
                proposal.suggested()
                        .filter(kind -> kind != proposal.kind())
                        .map(kind -> page.text("conduct.deviates", ConductWords.measure(page, kind)))
                        .orElse(""),
                reason(page, proposal),
                evidence(page, file, proposal),
                waits || proposal.state() == Proposal.State.DECIDED ? "" : ConductPanels.closed(page, proposal),
                waits && decider,
                waits && !decider,
                waits && page.may(Permission.EDIT_PEOPLE),
                form);
    }

    private static String reason(Page page, Proposal proposal) {
        String basis = proposal.basis()
                .map(found -> page.text("conduct.basis." + found))
                .orElse("");
        return basis.isEmpty() || proposal.reason().isEmpty()
                ? basis + proposal.reason()
                : basis + " · " + proposal.reason();
    }

    static List<String> evidence(Page page, ConductFile file, Proposal proposal) {
        List<String> evidence = new ArrayList<>();
        proposal.incidents().stream()
                .flatMap(id -> file.incident(id).stream())
                .map(incident -> ConductWords.incident(page, incident, file.today()) + " · "
                        + ConductWords.when(page, incident) + " · " + incident.note())
                .forEach(evidence::add);
        file.measures().stream()
                .filter(measure -> proposal.earlier().contains(measure.id()))
                .map(measure -> page.text(
                        "conduct.evidence.measure",
                        ConductWords.measure(page, measure.effective()),
                        page.times().date(measure.decidedOn()),
                        measure.documentNumber()))
                .forEach(evidence::add);
        return evidence;
    }
}
