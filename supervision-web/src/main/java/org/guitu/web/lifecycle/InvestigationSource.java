package org.guitu.web.lifecycle;

import static org.guitu.web.lifecycle.LifecycleSource.fact;
import static org.guitu.web.lifecycle.LifecycleSource.word;

import java.util.List;
import org.guitu.web.access.Staff;
import org.guitu.web.papers.FactName;
import org.guitu.web.papers.PaperFacts;
import org.guitu.web.papers.PaperKind;
import org.guitu.web.papers.PaperSource;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Messages;
import org.jdbi.v3.core.Handle;

/** The newest investigation: who asked, and once it is reported what was found. */
final class InvestigationSource implements PaperSource {

    private final Messages words;

    InvestigationSource(Messages words) {
        this.words = words;
    }

    @Override
    public List<FactName> offers() {
        return List.of(
                fact("investigation.askedBy", "示例市示例区人民法院"),
                fact("investigation.letter", "（2026）示委调1号"),
                fact("investigation.home", "有固定居所，与家人同住"),
                fact("investigation.views", "村民委员会无异议"),
                fact("investigation.danger", "再犯罪危险较低"),
                fact("investigation.opinion", "适宜社区矫正"));
    }

    @Override
    public void fill(Handle handle, Staff staff, Person person, PaperKind kind, PaperFacts facts) {
        InvestigationStore.list(handle, person.id()).stream()
                .findFirst()
                .ifPresent(newest -> facts.put("investigation.askedBy", newest.askedBy())
                        .put("investigation.letter", newest.askedNumber())
                        .put("investigation.home", lines(newest.home(), newest.family()))
                        .put("investigation.views", lines(newest.village(), newest.victim()))
                        .put("investigation.danger", newest.danger())
                        .put(
                                "investigation.opinion",
                                newest.opinion()
                                        .map(opinion -> word(words, "lifecycle.opinion." + opinion))
                                        .orElse("")));
    }

    private static String lines(String first, String second) {
        return (first + "\n" + second).strip();
    }
}
