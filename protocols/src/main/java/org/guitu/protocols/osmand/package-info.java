/**
 * Phones over HTTP: the OsmAnd form and the Traccar Client app in its three shapes (query string, form body, JSON). One request is one
 * frame and one location. Stateless and thread-safe.
 */
@NullMarked
package org.guitu.protocols.osmand;

import org.jspecify.annotations.NullMarked;
