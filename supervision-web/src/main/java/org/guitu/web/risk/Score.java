package org.guitu.web.risk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A score with everything that made it: enough to store, to explain and to compute again. It is never edited; a new one is added.
 *
 * @param basis STATIC or DYNAMIC where the instrument has both, else empty
 * @param inputs every answer as it was given, in the order of the instrument
 * @param results percentages, points, bands and flags, by the name of the result
 * @param contributions what each term added, in the order of the instrument
 * @param missing answers the instrument could do without but would have used
 * @param ignored answers the instrument does not ask
 */
public record Score(
        String instrument,
        String version,
        String basis,
        Map<String, String> inputs,
        Map<String, Value> results,
        List<Contribution> contributions,
        List<String> missing,
        List<String> ignored)
        implements Assessed {

    public Score {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
        contributions = List.copyOf(contributions);
        missing = List.copyOf(missing);
        ignored = List.copyOf(ignored);
    }
}
