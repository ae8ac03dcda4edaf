package org.guitu.web.papers;

import java.util.List;
import java.util.Set;

/** The facts that every paper can have, whatever features there are. What the file knows for certain is not asked of the officer. */
final class CoreFacts {

    private static final Set<String> OWN = Set.of("paper", "person", "term", "org", "office", "officer", "issuer");

    /** What the service itself fills. */
    static final List<FactName> PAPER = List.of(
            fact("paper.number", "（2026）示矫告字第1号"),
            fact("paper.date", "二〇二六年十一月二十五日"),
            fact("paper.day", "2026年11月25日"),
            fact("paper.year", "2026"));

    private CoreFacts() {}

    /** Whether a name is one that no template may ask for and no other feature may fill. */
    static boolean owns(String name) {
        return OWN.contains(name.replaceFirst("\\..*", ""));
    }

    static FactName fact(String name, String sample) {
        return new FactName(name, "papers.fact." + name, sample);
    }
}
