/**
 * Zones ordered for a person: where to stay, where not to go, and when. A zone is drawn on the map or taken from a place kept for reuse;
 * every change is a revision, so that what was in force on any day can be shown. The rule the judge folds with is written through
 * {@link org.guitu.ingest.registry.Registry} in the same transaction. {@link PlaceGroup}s are places that orders name as one. A preview judges a
 * zone over the stored past before it is ordered. Thread-safe; blocks on the database.
 */
@NullMarked
package org.guitu.web.zones;

import org.jspecify.annotations.NullMarked;
