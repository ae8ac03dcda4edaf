/**
 * What was done, by whom, about whom and why: append-only rows, chained by hash behind the request. {@link org.guitu.web.audit.Audit} is
 * the door other features record through.
 */
@NullMarked
package org.guitu.web.audit;

import org.jspecify.annotations.NullMarked;
