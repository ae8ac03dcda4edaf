/**
 * The canonical {@link org.guitu.protocols.report.Report}: what a device said, in one vocabulary and one set of units, whatever the
 * wire format was. Immutable and free of I/O; everything here may be shared between threads.
 */
@NullMarked
package org.guitu.protocols.report;

import org.jspecify.annotations.NullMarked;
