package org.guitu.web.risk;

import java.util.List;
import java.util.Map;

/** What became of the answers: a score, or the problems that forbid one. */
public sealed interface Assessed permits Score, Assessed.Refused {

    /**
     * No score.
     *
     * @param problems every missing and wrong input, in the order of the instrument
     * @param results what the instrument says even then, e.g. that the answers are not valid
     */
    record Refused(List<Problem> problems, Map<String, Value> results) implements Assessed {
        public Refused {
            problems = List.copyOf(problems);
            results = Map.copyOf(results);
        }
    }
}
