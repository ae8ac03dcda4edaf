package org.guitu.geofence.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All rules about one subject, past revisions included: what was in force at each instant. Immutable. It prepares its areas when it is built:
 * keep it for as long as its version holds, rather than building it for each fold.
 */
public final class RuleBook {

    private static final RuleBook EMPTY = new RuleBook(0, List.of());

    private final long version;
    private final List<Rule> rules;
    private final List<RuleLine> lines;

    /**
     * @param version grows with every change; findings and checkpoints remember the version they were judged by
     * @param rules in no particular order; revisions of one rule do not overlap in validity
     */
    public RuleBook(long version, List<Rule> rules) {
        this.version = version;
        this.rules = List.copyOf(rules);
        Map<Long, List<Rule>> byId = new TreeMap<>();
        for (Rule rule : rules) {
            // A revision that was replaced before it began is no rule at any instant.
            if (rule.validFrom().isBefore(rule.validTo())) {
                byId.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(rule);
            }
        }
        var built = new ArrayList<RuleLine>();
        byId.forEach((id, revisions) -> {
            revisions.sort(Comparator.comparing(Rule::validFrom));
            built.add(RuleLine.of(id, revisions));
        });
        this.lines = List.copyOf(built);
    }

    /** No rules at all: only what the device itself raises is judged. */
    public static RuleBook empty() {
        return EMPTY;
    }

    public long version() {
        return version;
    }

    public List<Rule> rules() {
        return rules;
    }

    /** The rules, each with its revisions in order of time, by ascending id. */
    public List<RuleLine> lines() {
        return lines;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RuleBook book && version == book.version && rules.equals(book.rules);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(version) + rules.hashCode();
    }

    @Override
    public String toString() {
        return "RuleBook[version=" + version + ", rules=" + rules + "]";
    }
}
