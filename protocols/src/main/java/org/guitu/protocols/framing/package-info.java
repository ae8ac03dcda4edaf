/**
 * Cutting frames from a byte stream, as each protocol's {@link org.guitu.protocols.Framing} describes it. Pure and bounded: the input is
 * bytes in pieces of any size, the output whole frames. One instance belongs to one connection and is not thread-safe.
 */
@NullMarked
package org.guitu.protocols.framing;

import org.jspecify.annotations.NullMarked;
