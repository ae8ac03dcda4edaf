package org.guitu.web.asof;

import java.time.Instant;

/**
 * What is asked: what held between two instants, as the books said at a third.
 *
 * @param from inclusive: the beginning of the day
 * @param to exclusive: its end
 * @param known exclusive
 */
record AsOfQuery(long personId, Instant from, Instant to, Instant known) {}
