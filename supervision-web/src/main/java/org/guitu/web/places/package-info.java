/**
 * Questions about places, from stored tracks: a person's usual places and departures from habit, who was near a place, who was together.
 * Each is asked for a stated purpose and within the own subtree; the question leaves an audit row before anything is read, and so does each
 * person whose positions an answer shows. What was not observed is always told apart. Thread-safe; blocks on the database.
 */
@NullMarked
package org.guitu.web.places;

import org.jspecify.annotations.NullMarked;
