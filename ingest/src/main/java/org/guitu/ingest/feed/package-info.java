/**
 * How others follow what changed: findings and device statuses by cursor, and an empty wake-up that says there may be something new.
 */
@NullMarked
package org.guitu.ingest.feed;

import org.jspecify.annotations.NullMarked;
