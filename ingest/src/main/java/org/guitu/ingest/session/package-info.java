/**
 * Who is speaking: identity per frame, registration, authentication, and which connection a device is on. Holds the policy for unknown
 * and unauthenticated devices. Thread-safe; knows no socket and no table.
 */
@NullMarked
package org.guitu.ingest.session;

import org.jspecify.annotations.NullMarked;
