/**
 * The people under supervision: identity, category, class, and who is responsible. A person is found by name, latin name, case number or
 * device. Facts that ratios and indicators need keep valid time and recorded time, see {@link org.guitu.web.people.Facts}. Other
 * features add panels to the person's page ({@link org.guitu.web.people.PersonPanel}) and learn of a release
 * ({@link org.guitu.web.people.ReleaseListener}). Services are thread-safe and block on the database.
 */
@NullMarked
package org.guitu.web.people;

import org.jspecify.annotations.NullMarked;
