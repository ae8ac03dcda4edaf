package org.guitu.web.lifecycle;

import static org.guitu.web.lifecycle.LifecycleSource.fact;
import static org.guitu.web.lifecycle.LifecycleSource.word;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.limits.Limits;
import org.guitu.web.papers.FactName;
import org.guitu.web.papers.PaperFacts;
import org.guitu.web.papers.PaperKind;
import org.guitu.web.papers.PaperSource;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Messages;
import org.jdbi.v3.core.Handle;

/** The newest change of place that was not withdrawn: what the new place answered and what was decided. */
final class MoveSource implements PaperSource {

    private final Messages words;

    MoveSource(Messages words) {
        this.words = words;
    }

    @Override
    public List<FactName> offers() {
        return List.of(
                fact("move.to", "示例省示例县"),
                fact("move.reason", "工作调动"),
                fact("move.answer", "同意"),
                fact("move.decision", "同意变更执行地"),
                fact("move.reportBy", "自收到决定书之日起7日内"));
    }

    @Override
    public void fill(Handle handle, Staff staff, Person person, PaperKind kind, PaperFacts facts) {
        TransferStore.list(handle, person.id()).stream()
                .filter(move -> move.withdrawnOn().isEmpty())
                .findFirst()
                .ifPresent(move -> facts.put("move.to", move.toPlace())
                        .put("move.reason", move.reason())
                        .put("move.answer", yesOrNo("lifecycle.", move.agreed()))
                        .put("move.decision", yesOrNo("lifecycle.paper.move.", decided(move)))
                        .put("move.reportBy", reportBy(handle, person, move)));
    }

    /** Where the new place refuses, there is nothing left to decide. */
    private static Optional<Boolean> decided(Transfer move) {
        return move.refused() ? Optional.of(false) : move.approved();
    }

    private String yesOrNo(String key, Optional<Boolean> answer) {
        return answer.map(yes -> word(words, key + (yes ? "yes" : "no"))).orElse("");
    }

    private String reportBy(Handle handle, Person person, Transfer move) {
        return move.approved()
                .filter(yes -> yes)
                .flatMap(yes -> move.decidedOn())
                .map(day -> word(words, "lifecycle.paper.move.reportBy", days(handle, person, day)))
                .orElse("");
    }

    private static String days(Handle handle, Person person, LocalDate decidedOn) {
        return Integer.toString(
                Limits.of(handle, person.organisationId()).value(TransferService.ARRIVE_DAYS, decidedOn));
    }
}
