/**
 * What held of a person on a past day, as known now or as the books said on a day between: read from valid and recorded time alone.
 */
@NullMarked
package org.guitu.web.asof;

import org.jspecify.annotations.NullMarked;
