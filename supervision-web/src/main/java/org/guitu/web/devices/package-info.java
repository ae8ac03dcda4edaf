/**
 * Bracelets and phones: the register, who wears which since when, and how long each has been silent. What admission needs is written
 * through {@link org.guitu.ingest.registry.Registry} in the same transaction as our own rows. Those who grant bases listen to what is
 * worn ({@link org.guitu.web.devices.WearingListener}). Thread-safe; blocks on the database.
 */
@NullMarked
package org.guitu.web.devices;

import org.jspecify.annotations.NullMarked;
