/**
 * From the socket to the committed row: servers, sessions, admission, the report log, the pipeline that stores and judges, and the
 * telemetry schema they write. {@link org.guitu.ingest.IngestAssembly} builds everything with {@code new}, top to bottom.
 */
@NullMarked
package org.guitu.ingest;

import org.jspecify.annotations.NullMarked;
