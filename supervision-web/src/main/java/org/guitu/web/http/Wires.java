package org.guitu.web.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what came over the wire out of Vert.x's objects, which belong to the event loop. */
final class Wires {

    private Wires() {}

    static Request.Wire of(RoutingContext context) {
        HttpServerRequest request = context.request();
        Buffer body = context.body() == null ? null : context.body().buffer();
        return new Request.Wire(
                request.method().name(),
                context.normalizedPath(),
                Map.copyOf(context.pathParams()),
                lists(context.queryParams()),
                lists(request.formAttributes()),
                files(context.fileUploads()),
                headers(request.headers()),
                cookies(request),
                body == null ? new byte[0] : body.getBytes(),
                request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress(),
                request.isSSL());
    }

    /** By the name of their field; of several the first. */
    private static Map<String, Path> files(List<FileUpload> uploads) {
        Map<String, Path> files = new HashMap<>();
        uploads.forEach(upload -> files.putIfAbsent(upload.name(), Path.of(upload.uploadedFileName())));
        return files;
    }

    private static Map<String, List<String>> lists(MultiMap values) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        values.forEach(entry ->
                lists.computeIfAbsent(entry.getKey(), key -> new ArrayList<>()).add(entry.getValue()));
        return lists;
    }

    private static Map<String, String> headers(MultiMap values) {
        Map<String, String> headers = new HashMap<>();
        values.forEach(entry -> headers.putIfAbsent(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()));
        return headers;
    }

    private static Map<String, String> cookies(HttpServerRequest request) {
        Map<String, String> cookies = new HashMap<>();
        for (Cookie cookie : request.cookies()) {
            cookies.putIfAbsent(cookie.getName(), cookie.getValue());
        }
        return cookies;
    }
}
