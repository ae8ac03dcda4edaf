/**
 * The page of a case's timeline: everything that happened, newest first, of all features or one. What is shown was recorded through
 * {@link org.guitu.web.caselog.CaseLog}.
 */
@NullMarked
package org.guitu.web.timeline;

import org.jspecify.annotations.NullMarked;
