/**
 * Netty servers: bytes to frames and replies back. {@code DevicePipeline} shows the way of one connection at a
 * glance. Everything here runs on event loops and never blocks; every buffer, queue and time is bounded by a limit of the configuration.
 */
@NullMarked
package org.guitu.ingest.server;

import org.jspecify.annotations.NullMarked;
