package org.guitu.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.guitu.web.ui.Page;

/** What a handler answers. Immutable; nothing is rendered before the server writes it. */
public final class Reply {

    /** What stands in the body. */
    sealed interface Body {
        record Html(String template, Function<Page, Object> view) implements Body {}

        record Json(Object value, String contentType) implements Body {}

        record Problem(String key, List<Object> arguments, Function<Page, Map<String, Object>> members)
                implements Body {}

        @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
        record Bytes(byte[] bytes, String contentType) implements Body {}

        record Empty() implements Body {}
    }

    record Header(String name, String value) {}

    private final int status;
    private final Body body;
    private final List<Header> headers;

    private Reply(int status, Body body, List<Header> headers) {
        this.status = status;
        this.body = body;
        this.headers = List.copyOf(headers);
    }

    /** A page or fragment: {@code src/main/jte/<template>.jte} with the parameters {@code page} and {@code view}. */
    public static Reply html(String template, Object view) {
        return new Reply(200, new Body.Html(template, page -> view), List.of());
    }

    /** The same where the view needs the page's words and times to be made. */
    public static Reply html(String template, Function<Page, Object> view) {
        return new Reply(200, new Body.Html(template, view), List.of());
    }

    /** The value as JSON: camelCase, instants as ISO 8601 in UTC, absent values left out. */
    public static Reply json(Object value) {
        return new Reply(200, new Body.Json(value, "application/json"), List.of());
    }

    /** A value as JSON of a narrower type, e.g. {@code application/geo+json}. */
    public static Reply json(Object value, String contentType) {
        return new Reply(200, new Body.Json(value, contentType), List.of());
    }

    /** See other: after a form was accepted (Post/Redirect/Get). Only to paths of this site. */
    public static Reply redirect(String path) {
        return new Reply(303, new Body.Empty(), List.of(new Header("location", SitePath.require(path))));
    }

    /** An error: a problem (RFC 9457) for programs, a page for people. */
    public static Reply problem(int status, String key, Object... arguments) {
        return new Reply(status, new Body.Problem(key, List.of(arguments), page -> Map.of()), List.of());
    }

    /** An error with further members of the problem, e.g. the fields that were wrong. */
    public static Reply problem(int status, String key, Map<String, Object> members) {
        return new Reply(status, new Body.Problem(key, List.of(), page -> members), List.of());
    }

    /** The same where the members hold words and need the page's to be made. */
    public static Reply problem(int status, String key, Function<Page, Map<String, Object>> members) {
        return new Reply(status, new Body.Problem(key, List.of(), members), List.of());
    }

    public static Reply notFound() {
        return problem(404, "ui.error.404");
    }

    public static Reply bytes(byte[] bytes, String contentType) {
        return new Reply(200, new Body.Bytes(bytes, contentType), List.of());
    }

    public static Reply text(String text) {
        return bytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), "text/plain; charset=utf-8");
    }

    public static Reply empty() {
        return new Reply(204, new Body.Empty(), List.of());
    }

    /** The same with another status, e.g. 422 for a form shown again, 201 for something made. */
    public Reply withStatus(int other) {
        return new Reply(other, body, headers);
    }

    public Reply withHeader(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Reply(status, body, more);
    }

    /** Whether it is a page or data that was found. */
    boolean showsSomething() {
        return status == 200 && (body instanceof Body.Html || body instanceof Body.Json);
    }

    int status() {
        return status;
    }

    Body body() {
        return body;
    }

    List<Header> headers() {
        return headers;
    }
}
