package org.guitu.web.risk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The files under {@code resources/risk}. */
final class Resources {

    private Resources() {}

    static String text(String file) {
        try (InputStream in = Resources.class.getResourceAsStream("/risk/" + file)) {
            if (in == null || !file.matches("[a-z0-9.-]+")) {
                throw new IllegalArgumentException("there is no risk/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read risk/" + file, unreadable);
        }
    }

    static Stream<String> lines(String file) {
        return text(file).lines().filter(line -> !line.isBlank());
    }
}
