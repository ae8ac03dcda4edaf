/**
 * How a person behaves under supervision: incidents, the monthly assessment, and the measures that answer them. A pure
 * {@link org.guitu.web.conduct.Ladder} says what the facts call for; nothing is imposed until a named person puts it forward and a named
 * decider of the county decides it.
 */
@NullMarked
package org.guitu.web.conduct;

import org.jspecify.annotations.NullMarked;
