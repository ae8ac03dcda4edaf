package org.guitu.web.conduct;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guitu.web.access.Lang;
import org.guitu.web.access.Staff;
import org.guitu.web.papers.FactName;
import org.guitu.web.papers.PaperFacts;
import org.guitu.web.papers.PaperKind;
import org.guitu.web.papers.PaperSource;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Messages;
import org.jdbi.v3.core.Handle;

/** The newest measure of the kind a paper is about that was not withdrawn, with the incidents and measures it rests on. */
public final class ConductSource implements PaperSource {

    private final Messages words;
    private final InstantSource clock;

    public ConductSource(Messages words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
    }

    @Override
    public List<FactName> offers() {
        return List.of(
                fact("sanction.facts", "2026年11月10日未经批准外出（情节轻微）：次日自行返回"),
                fact("sanction.evidence", "定位系统报警记录"),
                fact("sanction.basis", "《中华人民共和国社区矫正法》第二十七条"),
                fact("conduct.facts", "服从法院判决，认罪悔罪，遵守监督管理规定"),
                fact("revocation.what", "缓刑"));
    }

    @Override
    public void fill(Handle handle, Staff staff, Person person, PaperKind kind, PaperFacts facts) {
        if (kind == PaperKind.REVOCATION_PROPOSAL) {
            facts.put("revocation.what", words.text(Lang.ZH, "people.category." + person.category()));
        }
        if (kind.group() == PaperKind.Group.CONDUCT) {
            List<Measure> measures = MeasureStore.ofPerson(handle, person.id());
            newest(measures, kind).ifPresent(measure -> fill(handle, person, measure, measures, facts));
        }
    }

    /** Which of all a paper is about. */
    static Optional<Measure> newest(List<Measure> measures, PaperKind kind) {
        return measures.stream()
                .filter(measure -> measure.state() != Measure.State.WITHDRAWN
                        && paper(measure.effective()).equals(Optional.of(kind)))
                .findFirst();
    }

    /** The paper that a measure is made out as. */
    static Optional<PaperKind> paper(MeasureKind kind) {
        return switch (kind) {
            case REPRIMAND -> Optional.of(PaperKind.REPRIMAND);
            case WARNING -> Optional.of(PaperKind.WARNING);
            case PUBLIC_SECURITY_PROPOSAL -> Optional.of(PaperKind.PUNISHMENT_PROPOSAL);
            case REVOCATION_PROPOSAL -> Optional.of(PaperKind.REVOCATION_PROPOSAL);
            case RECALL_PROPOSAL -> Optional.of(PaperKind.RECALL_PROPOSAL);
            case COMMENDATION -> Optional.of(PaperKind.COMMENDATION);
            case COMMUTATION_PROPOSAL, LENIENCY_RECOMMENDATION -> Optional.empty();
        };
    }

    private void fill(Handle handle, Person person, Measure measure, List<Measure> measures, PaperFacts facts) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), person.zone());
        SanctionWords say = new SanctionWords(words, today);
        Proposal proposal =
                ProposalStore.find(handle, person.id(), measure.proposalId()).orElseThrow();
        String reason = measure.reason().isBlank() ? proposal.reason() : measure.reason();
        if (!measure.effective().punishes()) {
            facts.put("conduct.facts", reason.isBlank() ? say.conditions() : reason);
            return;
        }
        List<Incident> incidents = proposal.incidents().stream()
                .flatMap(id -> IncidentStore.find(handle, person.id(), id).stream())
                .toList();
        String told = Stream.concat(
                        incidents.stream().map(say::incident),
                        measures.stream()
                                .filter(earlier -> proposal.earlier().contains(earlier.id()))
                                .map(say::earlier))
                .collect(Collectors.joining("\n"));
        facts.put("sanction.facts", told.isEmpty() ? reason : told)
                .put("sanction.evidence", say.evidence(incidents))
                .put("sanction.basis", say.basis(measure.effective(), person.category(), incidents));
    }

    private static FactName fact(String name, String sample) {
        return new FactName(name, "conduct.fact." + name, sample);
    }
}
