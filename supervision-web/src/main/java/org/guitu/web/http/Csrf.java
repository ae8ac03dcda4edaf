package org.guitu.web.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.guitu.web.access.Secrets;

/**
 * Proof that one of our own pages sent a request. The token is a hash of the secret in the browser's HttpOnly cookie (the session's, or
 * the visitor's before sign-in), so it needs no storage, dies with the session, and no other site can know it.
 */
final class Csrf {

    static final String FIELD = "_csrf";
    static final String HEADER = "x-csrf-token";

    private Csrf() {}

    static String token(String cookieSecret) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.sha256("csrf:" + cookieSecret));
    }

    /** Whether the request carries the token of its cookie and does not come from another site. */
    static boolean proven(Request.Wire wire, Optional<String> cookieSecret) {
        if (cookieSecret.isEmpty() || "cross-site".equals(wire.headers().get("sec-fetch-site"))) {
            return false;
        }
        String header = wire.headers().get(HEADER);
        String sent = header != null
                ? header
                : wire.form().getOrDefault(FIELD, java.util.List.of("")).getFirst();
        return MessageDigest.isEqual(
                sent.getBytes(StandardCharsets.UTF_8), token(cookieSecret.get()).getBytes(StandardCharsets.UTF_8));
    }
}
