package org.guitu.web.sentence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All decisions, injunctions and terms of a person.
 *
 * @param decisions as they stand, the newest first, withdrawn ones included
 * @param injunctions as they stand, the newest first, ended ones included
 * @param terms every version, the newest first
 */
public record SentenceFile(List<Decision> decisions, List<Injunction> injunctions, List<Term> terms) {

    static final SentenceFile EMPTY = new SentenceFile(List.of(), List.of(), List.of());

    public SentenceFile {
        decisions = List.copyOf(decisions);
        injunctions = List.copyOf(injunctions);
        terms = List.copyOf(terms);
    }

    /** The term that stands. */
    public Optional<Term> term() {
        return terms.stream().findFirst();
    }

    List<Injunction> inForce(LocalDate day) {
        return injunctions.stream()
                .filter(injunction -> injunction.inForce(day))
                .toList();
    }
}
