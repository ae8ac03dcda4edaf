package org.guitu.web.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** Headers on every response, whatever it is. No script or style that is not a file of this site; no framing; no referrer. */
final class SecurityHeaders {

    private static final String CSP =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                    + " font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static Map<String, String> of(boolean secure) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-security-policy", CSP);
        headers.put("x-content-type-options", "nosniff");
        headers.put("x-frame-options", "DENY");
        headers.put("referrer-policy", "same-origin");
        headers.put("cross-origin-opener-policy", "same-origin");
        headers.put("cross-origin-resource-policy", "same-origin");
        headers.put("permissions-policy", "geolocation=(self), camera=(self), microphone=()");
        if (secure) {
            headers.put("strict-transport-security", "max-age=31536000");
        }
        return headers;
    }
}
