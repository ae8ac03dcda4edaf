/**
 * The seam between one machine and many: a report is appended here and the returned stage completes when it is durable. Nothing above
 * the log knows how that is done; nothing below it knows of connections.
 */
@NullMarked
package org.guitu.ingest.log;

import org.jspecify.annotations.NullMarked;
