package org.guitu.web.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;

/** Where other servers send their messages, and the schema of what they may send. */
final class WireRoutes {

    private static final String SCHEMA = "exchange/message-1.schema.json";

    private final Optional<Inbox> inbox;

    /**
     * @param inbox empty where this program has no key and so takes nothing by wire
     */
    WireRoutes(Optional<Inbox> inbox) {
        this.inbox = inbox;
    }

    void mount(Routes routes) {
        byte[] schema = schema();
        routes.openData("/exchange/v1/schema", request -> Reply.bytes(schema, "application/schema+json"));
        routes.signed("/exchange/v1/messages", this::accept);
    }

    private Reply accept(Request request) {
        if (inbox.isEmpty()) {
            return Reply.problem(404, "exchange.wire.off");
        }
        return switch (inbox.get().accept(request.body(), request.header(Signatures.HEADER), request.address())) {
            case Inbox.Answer.Stored stored ->
                Reply.bytes(stored.receipt(), "application/json")
                        .withStatus(stored.before() ? 200 : 201)
                        .withHeader(Signatures.HEADER, stored.signature());
            case Inbox.Answer.Refused refused -> Reply.problem(refused.status(), refused.word(), members(refused));
        };
    }

    private static Map<String, Object> members(Inbox.Answer.Refused refused) {
        return refused.reasons().isEmpty() ? Map.of() : Map.of("reasons", refused.reasons());
    }

    static byte[] schema() {
        try (InputStream in = WireRoutes.class.getClassLoader().getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("no " + SCHEMA + " on the class path");
            }
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + SCHEMA, failure);
        }
    }
}
