package org.guitu.geofence.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All rules about one subject and the terms of its device, past revisions included: what was in force at each instant. Immutable. It prepares its
 * areas when it is built: keep it for as long as its version holds, rather than building it for each fold.
 */
public final class RuleBook {

    private static final RuleBook EMPTY = new RuleBook(0, List.of());

    private final long version;
    private final List<Rule> rules;
    private final List<RuleLine> lines;
    private final List<DeviceTerms> terms;

    /** A book of a subject whose device is an ordinary one. */
    public RuleBook(long version, List<Rule> rules) {
        this(version, rules, List.of(DeviceTerms.defaults()));
    }

    /**
     * @param version grows with every change; findings and checkpoints remember the version they were judged by
     * @param rules in no particular order; revisions of one rule do not overlap in validity
     * @param terms at least one, in no particular order; the earliest also holds before it begins
     */
    public RuleBook(long version, List<Rule> rules, List<DeviceTerms> terms) {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("a rule book needs the terms of a device");
        }
        this.version = version;
        this.rules = List.copyOf(rules);
        this.terms =
                terms.stream().sorted(Comparator.comparing(DeviceTerms::from)).toList();
        this.lines = lines(rules);
    }

    private static List<RuleLine> lines(List<Rule> rules) {
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
            for (Aspect aspect : Aspect.values()) {
                RuleLine line = RuleLine.of(id, aspect, revisions);
                if (!line.revisions().isEmpty()) {
                    built.add(line);
                }
            }
        });
        return List.copyOf(built);
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

    /** What is judged of the rules by where the subject is, each with its revisions in order of time, by ascending id. */
    public List<RuleLine> lines() {
        return lines;
    }

    /** The plans to report by, past revisions included, in order of time. */
    public List<Rule> plans() {
        return rules.stream()
                .filter(rule -> rule.order() instanceof Order.ReportEvery
                        && rule.validFrom().isBefore(rule.validTo()))
                .sorted(Comparator.comparing(Rule::validFrom).thenComparingLong(Rule::id))
                .toList();
    }

    /** What is given of the device, in order of time. */
    public List<DeviceTerms> terms() {
        return terms;
    }

    /** What held of the device at an instant. */
    public DeviceTerms termsAt(Instant instant) {
        DeviceTerms held = terms.getFirst();
        for (DeviceTerms next : terms) {
            if (next.from().isAfter(instant)) {
                return held;
            }
            held = next;
        }
        return held;
    }

    /** When the terms of the device next change; {@link Instant#MAX} for never. */
    public Instant termsUntil(Instant instant) {
        for (DeviceTerms next : terms) {
            if (next.from().isAfter(instant)) {
                return next.from();
            }
        }
        return Instant.MAX;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RuleBook book
                && version == book.version
                && rules.equals(book.rules)
                && terms.equals(book.terms);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(version) + rules.hashCode();
    }

    @Override
    public String toString() {
        return "RuleBook[version=" + version + ", rules=" + rules + ", terms=" + terms + "]";
    }
}
