package org.guitu.web.exchange;

import java.time.Instant;
import java.util.UUID;

/**
 * What a recipient answers once a message is stored, signed by its key.
 *
 * @param digest of the bytes that were stored, see {@link Signatures#digest}
 */
record Receipt(UUID id, Instant receivedAt, String digest) {}
