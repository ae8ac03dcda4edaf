/**
 * The pure core of {@code guitu decode}: frames in, neutral words out, as JSON Lines. Nothing is stored and no clock is read; one bad line
 * never stops the rest. {@link org.guitu.protocols.decode.DecodeTool} is the entry.
 */
@NullMarked
package org.guitu.protocols.decode;

import org.jspecify.annotations.NullMarked;
