/**
 * What every page shares: words in two languages, the layout's model, the navigation, times in the organisation's zone. Immutable and
 * thread-safe.
 */
@NullMarked
package org.guitu.web.ui;

import org.jspecify.annotations.NullMarked;
