package org.guitu.protocols.decode;

import java.time.Instant;

/**
 * What one run of the tool does.
 *
 * @param protocol name of the wire format of all lines; in a batch it stands in for a line that names none, and may be {@code ""}
 * @param text lines are text rather than hexadecimal digits
 * @param batch lines are JSON objects in the form of the test vectors
 * @param receivedAt what counts as the time of receipt when a device's clock is doubted
 */
public record DecodeOptions(String protocol, boolean text, boolean batch, Instant receivedAt) {}
