package org.guitu.ingest.review;

import java.time.LocalDate;
import org.guitu.geofence.coverage.Coverage;

/** What of one day of the agency's calendar was observed of a subject, and why the rest was not. */
public record DayCoverage(LocalDate day, Coverage coverage) {}
