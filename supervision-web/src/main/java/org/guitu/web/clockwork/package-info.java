/** What the clock does for cases: opens duties that fall due, begins and ends leave, and the like. Features bring their own ticks. */
@NullMarked
package org.guitu.web.clockwork;

import org.jspecify.annotations.NullMarked;
