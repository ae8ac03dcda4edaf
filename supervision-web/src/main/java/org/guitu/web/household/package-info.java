/**
 * How a person can be reached, who belongs to the family, where he or she works or learns, and what he or she looks like. Thread-safe;
 * blocks on the database.
 */
@NullMarked
package org.guitu.web.household;

import org.jspecify.annotations.NullMarked;
