package org.guitu.geofence.rule;

import java.util.List;

/**
 * All rules about one subject, past revisions included: what was in force at each instant.
 *
 * @param version grows with every change; findings and checkpoints remember the version they were judged by
 * @param rules in no particular order; revisions of one rule do not overlap in validity
 */
public record RuleBook(long version, List<Rule> rules) {

    public RuleBook {
        rules = List.copyOf(rules);
    }
}
