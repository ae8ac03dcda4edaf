package org.guitu.web.lifecycle;

import java.time.LocalDate;

/**
 * One version of a correction plan (CCL-24).
 *
 * @param situation what the assessment found
 * @param measures of supervision and education
 */
record Plan(int version, String situation, String measures, String help, LocalDate validFrom, String recordedBy) {}
