package org.guitu.web.alerts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One recorded act.
 *
 * @param staffId who; null for the platform itself
 * @param note in the officer's words; may be empty
 */
public record AlertStep(
        long stepId,
        long alertId,
        Instant at,
        @Nullable Long staffId,
        StepKind kind,
        String note,
        @Nullable Outcome outcome) {}
