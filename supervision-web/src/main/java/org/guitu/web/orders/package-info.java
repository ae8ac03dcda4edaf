/**
 * The legal basis for collecting positions: the authorisation of a bracelet (社区矫正法, article 29) and the plan of a phone. A basis is
 * ordered for a person; what admission needs - which device, from when to when - follows from what the person wears and is written
 * through {@link org.guitu.ingest.registry.Registry} in the same transaction ({@link org.guitu.web.orders.Covers}). Without a live basis
 * nothing is collected. Thread-safe; blocks on the database.
 */
@NullMarked
package org.guitu.web.orders;

import org.jspecify.annotations.NullMarked;
