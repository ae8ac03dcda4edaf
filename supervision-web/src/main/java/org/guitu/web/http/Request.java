package org.guitu.web.http;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.guitu.web.access.Lang;
import org.guitu.web.access.Sessions.SignedIn;
import org.guitu.web.access.Staff;

/** One request, read in full before its handler runs. Immutable. */
public final class Request {

    /**
     * What came over the wire.
     *
     * @param path without the query
     * @param params of the path
     * @param query of the address
     * @param form of an url-encoded body, or of one with files; empty for other bodies
     * @param files that were sent, by the name of their field; gone once the request is answered
     * @param headers by name in lower case, the first value of each
     * @param address of the peer
     * @param secure whether it came over TLS
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Wire(
            String method,
            String path,
            Map<String, String> params,
            Map<String, List<String>> query,
            Map<String, List<String>> form,
            Map<String, Path> files,
            Map<String, String> headers,
            Map<String, String> cookies,
            byte[] body,
            String address,
            boolean secure) {}

    private final Wire wire;
    private final Lang lang;
    private final Optional<SignedIn> signedIn;

    Request(Wire wire, Lang lang, Optional<SignedIn> signedIn) {
        this.wire = wire;
        this.lang = lang;
        this.signedIn = signedIn;
    }

    public String method() {
        return wire.method();
    }

    public String path() {
        return wire.path();
    }

    /** The language the reader is answered in. */
    public Lang lang() {
        return lang;
    }

    /** Who asks. Always there on a route that names a permission. */
    public Staff staff() {
        return signedIn.orElseThrow(() -> new IllegalStateException("no one is signed in on " + wire.path()))
                .staff();
    }

    public Optional<SignedIn> signedIn() {
        return signedIn;
    }

    /** A parameter of the path. */
    public String param(String name) {
        String value = wire.params().get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no parameter " + name);
        }
        return value;
    }

    /** A parameter of the path that is a key. What is no number names nothing: 404. */
    public long id(String name) {
        try {
            return Long.parseLong(param(name));
        } catch (NumberFormatException notANumber) {
            throw Refusal.notFound();
        }
    }

    /** A parameter of the query, without the space around it; empty if absent or blank. */
    public Optional<String> query(String name) {
        List<String> values = wire.query().getOrDefault(name, List.of());
        return values.isEmpty() || values.getFirst().isBlank()
                ? Optional.empty()
                : Optional.of(values.getFirst().strip());
    }

    /** A whole number of the query; refused with 400 if it is something else. */
    public OptionalLong queryLong(String name) {
        Optional<String> value = query(name);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(value.get()));
        } catch (NumberFormatException notANumber) {
            throw Refusal.badRequest();
        }
    }

    /** The whole query as a form, to fill a search form again. */
    public Form queryForm() {
        return Form.of(wire.query());
    }

    public Form form() {
        return Form.of(wire.form());
    }

    /** A file that was sent by a form, whole; empty if none was. */
    public byte[] file(String field) {
        Path file = wire.files().get(field);
        if (file == null) {
            return new byte[0];
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException gone) {
            throw new UncheckedIOException("an uploaded file cannot be read", gone);
        }
    }

    /** The body as JSON of this shape; refused with 400 if it is not. */
    public <T> T json(Class<T> type) {
        try {
            return Json.mapper().readValue(wire.body(), type);
        } catch (JacksonException malformed) {
            throw new Refusal(400, "ui.error.json");
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory failed", impossible);
        }
    }

    public byte[] body() {
        return wire.body().clone();
    }

    /** The first header of that name, in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(wire.headers().get(name));
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(wire.cookies().get(name));
    }

    /** The address of the peer, for lock-out and the audit. */
    public String address() {
        return wire.address();
    }

    /** Whether the request came over TLS. */
    public boolean secure() {
        return wire.secure();
    }

    /** Whether htmx asks for a fragment. */
    public boolean fragment() {
        return header("hx-request").isPresent() && header("hx-boosted").isEmpty();
    }
}
