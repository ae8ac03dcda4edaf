/**
 * A person's track in a chosen period, shown only after a purpose was stated. Every view and every export leaves an audit row: who, whom,
 * period, purpose. Gaps are shown as gaps; a point is shown with its error circle. Thread-safe; blocks on the database.
 */
@NullMarked
package org.guitu.web.tracks;

import org.jspecify.annotations.NullMarked;
