package org.guitu.web.limits;

import java.time.Instant;
import java.util.Optional;

/**
 * One row of a figure's history.
 *
 * @param reason why it was entered for days that were past, {@code ""} otherwise
 * @param supersededAt when it was replaced or taken back
 */
record LimitRow(long id, Figure figure, Instant recordedAt, String reason, Optional<Instant> supersededAt) {}
