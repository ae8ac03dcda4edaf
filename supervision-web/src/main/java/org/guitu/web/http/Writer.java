package org.guitu.web.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Writes responses. Runs on the event loop. */
final class Writer {

    /** Shorter bodies gain nothing by compression. */
    private static final int GZIP_BYTES_MIN = 2048;

    private Writer() {}

    static void write(RoutingContext context, Response response) {
        HttpServerResponse out = context.response();
        if (out.ended() || out.closed()) {
            return;
        }
        out.setStatusCode(response.status());
        out.putHeader("cache-control", "no-store");
        for (Reply.Header header : response.headers()) {
            if (header.name().equals("set-cookie")) {
                out.headers().add(header.name(), header.value());
            } else {
                out.putHeader(header.name(), header.value());
            }
        }
        byte[] bytes = response.bytes();
        if (!response.contentType().isEmpty()) {
            out.putHeader("content-type", response.contentType());
        }
        if (compressible(response) && acceptsGzip(context)) {
            bytes = Assets.gzip(bytes);
            out.putHeader("content-encoding", "gzip").putHeader("vary", "accept-encoding");
        }
        end(context, out, bytes);
    }

    static void asset(RoutingContext context, Assets.Asset asset) {
        HttpServerResponse out = context.response();
        String etag = "\"" + asset.etag() + "\"";
        boolean forEver = context.normalizedPath().startsWith("/webjars/")
                || asset.etag().equals(context.queryParams().get("v"));
        out.putHeader("cache-control", forEver ? "public, max-age=31536000, immutable" : "no-cache");
        out.putHeader("etag", etag).putHeader("vary", "accept-encoding");
        if (etag.equals(context.request().getHeader("if-none-match"))) {
            out.setStatusCode(304).end();
            return;
        }
        out.putHeader("content-type", asset.type());
        boolean gzip = acceptsGzip(context) && asset.gzip().length < asset.bytes().length;
        if (gzip) {
            out.putHeader("content-encoding", "gzip");
        }
        end(context, out, gzip ? asset.gzip() : asset.bytes());
    }

    static EventStream openStream(RoutingContext context, Context loop) {
        HttpServerResponse out = context.response();
        out.setChunked(true)
                .putHeader("content-type", "text/event-stream")
                .putHeader("cache-control", "no-store")
                .putHeader("content-encoding", "identity")
                .putHeader("x-accel-buffering", "no");
        EventStream stream = new EventStream(loop, out);
        out.writeHead();
        return stream;
    }

    /** Pages are not compressed: they hold the CSRF token beside words the reader may have chosen (BREACH). */
    private static boolean compressible(Response response) {
        boolean compressed =
                response.headers().stream().anyMatch(header -> header.name().equals("content-encoding"));
        return !compressed
                && response.bytes().length >= GZIP_BYTES_MIN
                && (response.contentType().contains("json")
                        || response.contentType().contains("yaml"));
    }

    private static boolean acceptsGzip(RoutingContext context) {
        String accepted = context.request().getHeader("accept-encoding");
        return accepted != null && accepted.contains("gzip");
    }

    private static void end(RoutingContext context, HttpServerResponse out, byte[] bytes) {
        boolean bodiless = out.getStatusCode() == 204 || out.getStatusCode() == 304;
        if (!bodiless) {
            out.putHeader("content-length", Integer.toString(bytes.length));
        }
        if (bodiless || context.request().method().equals(HttpMethod.HEAD)) {
            out.end();
        } else {
            out.end(Buffer.buffer(bytes));
        }
    }
}
