package org.guitu.web.permits;

import java.time.Instant;

/** Word of where a regular traveller is. */
public record PermitReport(Instant at, String words, String recordedBy) {}
