/**
 * Voluntary help for those who have served a sentence (安置帮教): who will come back, who is met at the gate, who helps whom, visits and bases.
 * None of it is supervision: these people wear no device and owe no report, and the features of supervision refuse them
 * ({@link org.guitu.web.people.Person#supervised()}). Thread-safe; blocks on the database.
 */
@NullMarked
package org.guitu.web.resettlement;

import org.jspecify.annotations.NullMarked;
