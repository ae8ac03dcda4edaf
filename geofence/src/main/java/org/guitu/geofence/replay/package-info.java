/**
 * Judging recorded or simulated tracks in memory, report by report as they arrived: the model of what the server does with a database, the core
 * of {@code ./guitu replay}, and the fixture of tests. {@code Timeline} is mutable and belongs to one thread.
 */
@NullMarked
package org.guitu.geofence.replay;

import org.jspecify.annotations.NullMarked;
