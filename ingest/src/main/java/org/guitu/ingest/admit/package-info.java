/**
 * Which devices are on the books and whether the law lets their positions be kept: does a live basis cover this subject, this device
 * and the instant of the fix? The register is a cached copy for the sessions; the pipeline asks again inside its transaction.
 */
@NullMarked
package org.guitu.ingest.admit;

import org.jspecify.annotations.NullMarked;
