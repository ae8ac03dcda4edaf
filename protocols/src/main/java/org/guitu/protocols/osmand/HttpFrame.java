package org.guitu.protocols.osmand;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.guitu.protocols.Octets;

/**
 * One HTTP request, free of any server.
 *
 * @param uri path and query as in the request line, still percent-encoded
 * @param contentType the header's value, or {@code ""}
 * @param headers by lower-case name; the last of a repeated one
 */
public record HttpFrame(String method, String uri, String contentType, Map<String, String> headers, Octets body) {

    public HttpFrame {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
    }

    /** A request without body or headers. */
    public static HttpFrame get(String uri) {
        return new HttpFrame("GET", uri, "", Map.of(), Octets.EMPTY);
    }

    /** A request with a body and no further headers. */
    public static HttpFrame post(String uri, String contentType, Octets body) {
        return new HttpFrame("POST", uri, contentType, Map.of(), body);
    }

    /** The header of that name in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
