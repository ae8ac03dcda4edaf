/**
 * The telemetry schema as code: connections, migrations, position partitions, the record of our own uptime, and tracks. SQL only; no
 * rule of judgement lives here.
 */
@NullMarked
package org.guitu.ingest.store;

import org.jspecify.annotations.NullMarked;
