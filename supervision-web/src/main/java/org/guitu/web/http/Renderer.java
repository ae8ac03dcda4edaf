package org.guitu.web.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guitu.web.ui.Page;

/** Turns a {@link Reply} into bytes: templates, JSON, problems. Runs where the handler ran. */
final class Renderer {

    private static final String HTML = "text/html; charset=utf-8";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    Renderer() {
        templates.setTrimControlStructures(true);
    }

    /**
     * @param asPage whether an error is shown as a page; else it is a problem
     */
    Response render(Reply reply, Page page, boolean asPage) {
        return switch (reply.body()) {
            case Reply.Body.Html html ->
                response(
                        reply, HTML, template(html.template(), page, html.view().apply(page)));
            case Reply.Body.Json json ->
                response(reply, json.contentType(), Json.write(json.value()).getBytes(StandardCharsets.UTF_8));
            case Reply.Body.Bytes bytes -> response(reply, bytes.contentType(), bytes.bytes());
            case Reply.Body.Empty ignored -> response(reply, "", new byte[0]);
            case Reply.Body.Problem problem ->
                asPage
                        ? response(reply, HTML, template("ui/error", page, errorView(reply.status(), problem, page)))
                        : response(reply, "application/problem+json", problem(reply.status(), problem, page));
        };
    }

    private static ErrorView errorView(int status, Reply.Body.Problem problem, Page page) {
        return new ErrorView(
                status, page.text(problem.key(), problem.arguments().toArray()));
    }

    /** RFC 9457. The type is a name, stable for programs; title and detail are words in the reader's language. */
    private static byte[] problem(int status, Reply.Body.Problem problem, Page page) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:guitu:problem:" + problem.key());
        members.put("title", page.text("ui.status." + StatusGroup.of(status)));
        members.put("status", status);
        members.put("detail", page.text(problem.key(), problem.arguments().toArray()));
        members.put("instance", page.path());
        problem.members().apply(page).forEach(members::putIfAbsent);
        return Json.write(members).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] template(String name, Page page, Object view) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render(name + ".jte", Map.of("page", page, "view", view), output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Response response(Reply reply, String type, byte[] bytes) {
        return new Response(reply.status(), type, bytes, reply.headers());
    }
}
