package org.guitu.web.sentence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guitu.web.access.Lang;
import org.guitu.web.access.Staff;
import org.guitu.web.papers.ChineseDate;
import org.guitu.web.papers.FactName;
import org.guitu.web.papers.PaperFacts;
import org.guitu.web.papers.PaperKind;
import org.guitu.web.papers.PaperSource;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Messages;
import org.jdbi.v3.core.Handle;

/**
 * The decision that corrections rest on: the newest of the kind of paper that orders them for the person's category, else the newest. What
 * it does not say, an older or newer one may.
 */
public final class SentenceSource implements PaperSource {

    private final Messages words;

    public SentenceSource(Messages words) {
        this.words = words;
    }

    @Override
    public List<FactName> offers() {
        return List.of(
                fact("decision.body", "示例市示例区人民法院"),
                fact("decision.document", "（2026）示0101刑初1号判决书"),
                fact("decision.decidedOn", "2026年1月1日"),
                fact("decision.offence", "示例罪"),
                fact("decision.sentence", "有期徒刑一年，缓刑二年"));
    }

    @Override
    public void fill(Handle handle, Staff staff, Person person, PaperKind kind, PaperFacts facts) {
        List<Decision> standing = DecisionStore.standing(handle, person.id()).stream()
                .filter(decision -> decision.withdrawn().isEmpty())
                .sorted(Comparator.comparing(decision -> decision.paper() != ordering(person)))
                .toList();
        standing.stream()
                .findFirst()
                .ifPresent(decision -> facts.put("decision.body", decision.body())
                        .put("decision.document", kind == PaperKind.RECEIPT ? all(standing) : document(decision))
                        .put("decision.decidedOn", ChineseDate.plain(decision.decidedOn())));
        facts.put(
                        "decision.offence",
                        said(standing, Decision::offence)
                                .or(() -> crime(standing))
                                .orElse(""))
                .put("decision.sentence", said(standing, Decision::sentence).orElse(""));
    }

    private static Paper ordering(Person person) {
        return switch (person.category()) {
            case CONTROL, PROBATION, RELEASED, DRUG_REHABILITATION -> Paper.JUDGMENT;
            case PAROLE -> Paper.RULING;
            case TEMPORARY_EXECUTION -> Paper.DECISION;
        };
    }

    /** A receipt names every paper that came. */
    private String all(List<Decision> standing) {
        return standing.stream().map(this::document).distinct().collect(Collectors.joining("、"));
    }

    /** The number with what it is the number of, where it does not say so itself. */
    private String document(Decision decision) {
        boolean named = decision.documentNumber().endsWith("书") || decision.paper() == Paper.OTHER;
        return named ? decision.documentNumber() : decision.documentNumber() + word("paper." + decision.paper());
    }

    private static Optional<String> said(List<Decision> standing, Function<Decision, String> what) {
        return standing.stream().map(what).filter(text -> !text.isBlank()).findFirst();
    }

    private Optional<String> crime(List<Decision> standing) {
        return standing.stream()
                .flatMap(decision -> decision.crime().stream())
                .findFirst()
                .map(crime -> word("crime." + crime));
    }

    private String word(String key) {
        return words.text(Lang.ZH, "sentence." + key);
    }

    private static FactName fact(String name, String sample) {
        return new FactName(name, "sentence.fact." + name, sample);
    }
}
