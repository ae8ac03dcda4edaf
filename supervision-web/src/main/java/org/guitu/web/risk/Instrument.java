package org.guitu.web.risk;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of an instrument, as its file says. A corrected table is a new version, never a change of this one.
 *
 * @param source where the tables come from, with licence
 * @param certainty how sure the tables are
 * @param limits what it must not be used for
 * @param foreign whether it was made elsewhere: its percentages are then not calibrated here and its bands serve for ordering only
 * @param restricted whether only trained assessors may see it
 * @param conditions cases that decide what is asked, worked out from the answers before anything else
 * @param basis the version of the formula a score used, STATIC or DYNAMIC, where there are two
 * @param refusal results that are given even when the answers contradict each other
 */
public record Instrument(
        String name,
        String version,
        LocalDate validFrom,
        String source,
        String certainty,
        String limits,
        boolean foreign,
        boolean restricted,
        List<Input> inputs,
        Map<String, Formula> conditions,
        List<Step> steps,
        Optional<Formula> basis,
        Map<String, Value> refusal) {

    public Instrument {
        inputs = List.copyOf(inputs);
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
        steps = List.copyOf(steps);
        refusal = Map.copyOf(refusal);
    }
}
