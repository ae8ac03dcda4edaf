/**
 * What deciding bodies decided about a person, what they forbade, and the term reckoned from it, each with its versions. The person's first
 * and last day follow the newest term. Thread-safe; blocks on the database.
 */
@NullMarked
package org.guitu.web.sentence;

import org.jspecify.annotations.NullMarked;
