/**
 * The live stream: what changed, pushed to the officers who may see it, over server-sent events. {@link org.guitu.web.live.LiveHub}
 * numbers events and keeps a ring of recent ones, so that a stream that was cut is resumed without a gap and without a double.
 */
@NullMarked
package org.guitu.web.live;

import org.jspecify.annotations.NullMarked;
