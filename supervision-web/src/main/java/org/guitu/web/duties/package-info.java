/**
 * What must be done by when, and the worklist of today. Features open a duty when its event happens and meet it when it is done, through
 * {@link org.guitu.web.duties.Duties}; how long there is to do it is a figure of {@code limits}.
 */
@NullMarked
package org.guitu.web.duties;

import org.jspecify.annotations.NullMarked;
