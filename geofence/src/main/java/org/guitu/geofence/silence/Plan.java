package org.guitu.geofence.silence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.Rule;

/**
 * One plan to report by while it was in force without a break: revisions that follow each other at once.
 *
 * @param revisions at least one, in order of time
 */
record Plan(List<Rule> revisions) {

    /** The plans that revisions make, in order of their beginnings. */
    static List<Plan> of(List<Rule> revisions) {
        var chains = new ArrayList<List<Rule>>();
        revisions.stream()
                .sorted(Comparator.comparingLong(Rule::id).thenComparing(Rule::validFrom))
                .forEach(rule -> {
                    List<Rule> last = chains.isEmpty() ? List.of() : chains.getLast();
                    if (!last.isEmpty()
                            && last.getLast().id() == rule.id()
                            && last.getLast().validTo().equals(rule.validFrom())) {
                        last.add(rule);
                    } else {
                        chains.add(new ArrayList<>(List.of(rule)));
                    }
                });
        return chains.stream().map(Plan::new).toList();
    }

    long ruleId() {
        return revisions.getFirst().id();
    }

    Instant from() {
        return revisions.getFirst().validFrom();
    }

    Instant to() {
        return revisions.getLast().validTo();
    }

    /** The revision in force at an instant; the nearest one outside the plan's time. */
    Rule revisionAt(Instant at) {
        for (Rule revision : revisions) {
            if (at.isBefore(revision.validTo())) {
                return revision;
            }
        }
        return revisions.getLast();
    }

    static Order.ReportEvery terms(Rule revision) {
        return (Order.ReportEvery) revision.order();
    }
}
