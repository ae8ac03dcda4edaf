package org.guitu.web.duties;

import java.time.Instant;
import java.util.List;

/**
 * What someone has to do.
 *
 * @param open the most urgent first
 * @param more whether there are more than are listed
 */
record Worklist(List<Duty> open, boolean more, Instant now, Escalation escalation) {}
