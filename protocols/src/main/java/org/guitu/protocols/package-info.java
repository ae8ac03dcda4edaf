/**
 * Bytes to records and back for every wire format. Pure: no channel, no clock, no logger, no global state; limits are constructor
 * arguments. {@link org.guitu.protocols.DeviceProtocol} is what a wire format offers; one package each holds its codec.
 */
@NullMarked
package org.guitu.protocols;

import org.jspecify.annotations.NullMarked;
