/**
 * Figures of the law and of local rules, with their source, versions and the place they hold for. A feature names its figures as
 * {@link org.guitu.web.limits.Limit} constants, ships their rows in its migration and reads them through
 * {@link org.guitu.web.limits.Limits}; no such figure is a constant in code.
 */
@NullMarked
package org.guitu.web.limits;

import org.jspecify.annotations.NullMarked;
