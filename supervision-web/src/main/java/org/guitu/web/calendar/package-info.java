/** Legal day arithmetic over the table of holidays: pure, but for the class that loads the table. */
@NullMarked
package org.guitu.web.calendar;

import org.jspecify.annotations.NullMarked;
