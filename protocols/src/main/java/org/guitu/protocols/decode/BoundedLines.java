package org.guitu.protocols.decode;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines of a stream, none of which can fill the memory: of a longer one only the beginning is kept. */
final class BoundedLines {

    private final InputStream in;
    private final int maxBytes;
    private boolean cut;

    BoundedLines(InputStream in, int maxBytes) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.maxBytes = maxBytes;
    }

    /** The next line without its end, or empty at the end of the stream. */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        cut = false;
        int octet = in.read();
        if (octet < 0) {
            return Optional.empty();
        }
        while (octet >= 0 && octet != '\n') {
            if (line.size() < maxBytes) {
                line.write(octet);
            } else {
                cut = true;
            }
            octet = in.read();
        }
        return Optional.of(line.toByteArray());
    }

    /** Whether the line last returned was longer than allowed. */
    boolean wasCut() {
        return cut;
    }
}
