/**
 * The only door by which the case side writes telemetry: devices, bases and rules. Every method takes an open handle, so that the
 * caller's own rows and these are one transaction.
 */
@NullMarked
package org.guitu.ingest.registry;

import org.jspecify.annotations.NullMarked;
