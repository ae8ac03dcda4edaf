package org.guitu.web.devices;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The check after one bracelet was put on.
 *
 * @param activationId of the wearing
 * @param seen what was seen, by item
 */
public record Fitting(long activationId, Map<FittingItem, Seen> seen) {

    /**
     * One item that was seen.
     *
     * @param by who ticked it; empty where it was found in what the device said
     */
    public record Seen(Instant at, Optional<String> by) {}

    public Fitting {
        seen = Map.copyOf(seen);
    }

    /** What is still to be seen, in order. */
    public List<FittingItem> missing() {
        return Arrays.stream(FittingItem.values())
                .filter(item -> !seen.containsKey(item))
                .toList();
    }

    public boolean complete() {
        return missing().isEmpty();
    }
}
