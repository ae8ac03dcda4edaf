package org.guitu.web.http;

import java.util.Optional;
import java.util.OptionalInt;
import org.guitu.web.access.Permission;

/**
 * One route as a feature asked for it.
 *
 * @param method the HTTP method in capitals
 * @param path with parameters in braces, e.g. {@code /people/{id}}
 * @param permission what the reader must be allowed; empty for anyone at all
 * @param handling the work; for {@link Kind#STREAM} see {@code streaming}
 * @param streaming the work of a stream; only for {@link Kind#STREAM}
 * @param uploadBytesMax longest body of a form that sends files; empty for any other route
 */
record Route(
        String method,
        String path,
        Kind kind,
        Optional<Permission> permission,
        Optional<Handling> handling,
        Optional<StreamHandling> streaming,
        OptionalInt uploadBytesMax) {

    enum Kind {
        /** HTML for a person: signed-out readers are sent to the sign-in page, errors are pages. */
        PAGE,
        /** JSON for a program: errors are problems (RFC 9457); checked against the contract. */
        API,
        /** Server-sent events. */
        STREAM,
        /** A message of another server, which proves itself by the signature it carries: no sign-in, no cookie, no token of a page. */
        SIGNED
    }

    /** Whether the request may change something and so has a body. */
    boolean changes() {
        return !method.equals("GET") && !method.equals("HEAD");
    }

    /** Whether it must prove that one of our own pages sent it. */
    boolean fromOurPages() {
        return changes() && kind != Kind.SIGNED;
    }
}
