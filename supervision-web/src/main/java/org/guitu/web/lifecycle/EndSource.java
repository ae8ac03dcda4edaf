package org.guitu.web.lifecycle;

import static org.guitu.web.lifecycle.LifecycleSource.fact;
import static org.guitu.web.lifecycle.LifecycleSource.word;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.guitu.web.access.Staff;
import org.guitu.web.papers.ChineseDate;
import org.guitu.web.papers.FactName;
import org.guitu.web.papers.PaperFacts;
import org.guitu.web.papers.PaperKind;
import org.guitu.web.papers.PaperSource;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Messages;
import org.jdbi.v3.core.Handle;

/** How a case began and ended: when the papers came, the appraisal, and the step that closed it. What was undone is not said. */
final class EndSource implements PaperSource {

    private final Messages words;

    EndSource(Messages words) {
        this.words = words;
    }

    @Override
    public List<FactName> offers() {
        return List.of(
                fact("receipt.receivedOn", "2026年11月20日"),
                fact("summary.opinion", "能够遵守法律法规和社区矫正规定"),
                fact("end.appraisal", "能够遵守法律法规和社区矫正规定"),
                fact("end.day", "2027年12月31日"),
                fact("end.reason", "矫正期满"),
                fact("end.what", "解除"));
    }

    @Override
    public void fill(Handle handle, Staff staff, Person person, PaperKind kind, PaperFacts facts) {
        List<TakenStep> steps = StepStore.ofCase(handle, person.id());
        newest(steps, step -> step == CaseStep.PAPERS)
                .ifPresent(served -> facts.put("receipt.receivedOn", ChineseDate.plain(served.happenedOn())));
        CheckStore.list(handle, person.id()).stream()
                .filter(check -> check.item() == CheckItem.SUMMARY)
                .findFirst()
                .ifPresent(
                        summary -> facts.put("summary.opinion", summary.note()).put("end.appraisal", summary.note()));
        newest(steps, step -> step.to().closed())
                .ifPresent(end -> facts.put("end.day", ChineseDate.plain(end.happenedOn()))
                        .put("end.reason", word(words, "lifecycle.paper.end." + end.step()))
                        .put(
                                "end.what",
                                word(words, "lifecycle.paper.end." + (freed(end.step()) ? "freed" : "terminated"))));
    }

    /** 解除 for whoever has served the term or was pardoned (CCL-44); all else is 终止 (CCL-45). */
    private static boolean freed(CaseStep step) {
        return step == CaseStep.EXPIRY || step == CaseStep.PARDON;
    }

    private static Optional<TakenStep> newest(List<TakenStep> steps, Predicate<CaseStep> which) {
        return steps.stream()
                .filter(step -> step.undoReason().isEmpty() && which.test(step.step()))
                .findFirst();
    }
}
