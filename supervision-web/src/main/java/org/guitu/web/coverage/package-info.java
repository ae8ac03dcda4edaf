/**
 * How much of a person's days was observed, and why the rest was not. A gap is told as a gap with its cause, never as compliance. It tells times and
 * no places. Thread-safe; blocks on the database.
 */
@NullMarked
package org.guitu.web.coverage;

import org.jspecify.annotations.NullMarked;
