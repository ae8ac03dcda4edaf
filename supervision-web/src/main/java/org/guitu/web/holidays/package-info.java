/**
 * The pages about days off and weekends that are worked: what terms of law are counted with. The arithmetic is {@code calendar}'s; here the
 * table is shown, changed and read from lists.
 */
@NullMarked
package org.guitu.web.holidays;

import org.jspecify.annotations.NullMarked;
