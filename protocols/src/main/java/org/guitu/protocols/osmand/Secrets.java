package org.guitu.protocols.osmand;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** What a request offers to prove that it comes from its phone. */
final class Secrets {

    static final String KEY = "secret";
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private Secrets() {}

    /** The Bearer token or the password of Basic auth, else the query key. */
    static Optional<String> of(HttpFrame request, Parameters parameters) {
        return request.header("authorization").flatMap(Secrets::ofAuthorization).or(() -> parameters.first(KEY));
    }

    private static Optional<String> ofAuthorization(String header) {
        String lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith(BEARER)) {
            return Optional.of(header.substring(BEARER.length()).strip());
        }
        return lower.startsWith(BASIC)
                ? password(header.substring(BASIC.length()).strip())
                : Optional.empty();
    }

    private static Optional<String> password(String encoded) {
        try {
            String userAndPassword = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = userAndPassword.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(userAndPassword.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
