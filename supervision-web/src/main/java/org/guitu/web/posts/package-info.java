/**
 * Who holds which post from when to when, and who stands in for whom: facts with valid and recorded time, so that who was in post on a past
 * day can be asked later. What follows from them for signing in is {@code access}'s business.
 */
@NullMarked
package org.guitu.web.posts;

import org.jspecify.annotations.NullMarked;
