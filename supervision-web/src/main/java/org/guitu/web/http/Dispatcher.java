package org.guitu.web.http;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.guitu.web.access.Acting;
import org.guitu.web.access.Secrets;
import org.guitu.web.ui.Page;
import org.guitu.web.ui.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of one request: read on the event loop, identified, judged by the {@link Gate}, handled and rendered on a virtual thread,
 * written on the event loop again. Vert.x's own virtual-thread verticles run one handler at a time and would queue behind JDBC.
 */
final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private static final long STREAM_MILLIS_MAX = Duration.ofMinutes(5).toMillis();

    private final Gate gate;
    private final Renderer renderer = new Renderer();
    private final Site site;
    private final ExecutorService virtualThreads;

    Dispatcher(Gate gate, Site site, ExecutorService virtualThreads) {
        this.gate = gate;
        this.site = site;
        this.virtualThreads = virtualThreads;
    }

    /**
     * Handles a request whose body has been read.
     *
     * @param contractFault what the contract finds wrong with it
     */
    void dispatch(Route route, RoutingContext context, Optional<String> contractFault) {
        Request.Wire wire = Wires.of(context);
        Context loop = context.vertx().getOrCreateContext();
        virtualThreads.execute(() -> {
            if (route.kind() == Route.Kind.STREAM) {
                stream(route, wire, contractFault, context, loop);
            } else {
                Response response = respond(route, wire, contractFault);
                loop.runOnContext(ignored -> Writer.write(context, response));
            }
        });
    }

    /** Lets a large body in only for those who may send it: nothing of anybody else's is read, let alone written to a file. */
    void admit(Route route, RoutingContext context) {
        context.request().pause();
        Request.Wire wire = Wires.of(context);
        Context loop = context.vertx().getOrCreateContext();
        virtualThreads.execute(() -> {
            Optional<Response> refused = refusedBeforeBody(route, wire);
            loop.runOnContext(ignored -> {
                if (refused.isPresent()) {
                    Writer.write(context, refused.get());
                } else {
                    context.next();
                }
                context.request().resume();
            });
        });
    }

    private Optional<Response> refusedBeforeBody(Route route, Request.Wire wire) {
        boolean asPage = route.kind() == Route.Kind.PAGE;
        Request anonymous = unidentified(wire);
        try {
            Request request = gate.identify(wire);
            return gate.standing(route, request, wire).map(reply -> rendered(reply, request, wire, asPage));
        } catch (RuntimeException failure) {
            return Optional.of(rendered(Failures.reply(failure, route), anonymous, wire, asPage));
        }
    }

    /** Answers a request that no route took, or that failed before one could. */
    void refuse(RoutingContext context, int status) {
        Request.Wire wire = Wires.of(context);
        Context loop = context.vertx().getOrCreateContext();
        virtualThreads.execute(() -> {
            Response response = errorOnly(wire, status);
            loop.runOnContext(ignored -> Writer.write(context, response));
        });
    }

    private Response respond(Route route, Request.Wire wire, Optional<String> contractFault) {
        boolean asPage = route.kind() == Route.Kind.PAGE;
        Request anonymous = unidentified(wire);
        Request request = anonymous;
        try {
            request = gate.identify(wire);
            Optional<Reply> refusal =
                    gate.refusal(route, request, wire).or(() -> contractFault.map(Dispatcher::notAsAgreed));
            Reply reply = refusal.isPresent() ? refusal.get() : handled(route, request);
            return rendered(reply, request, wire, asPage);
        } catch (Exception failure) {
            return rendered(Failures.reply(failure, route), request, wire, asPage);
        }
    }

    private Response errorOnly(Request.Wire wire, int status) {
        Request request = unidentified(wire);
        try {
            request = gate.identify(wire);
        } catch (RuntimeException failure) {
            LOG.debug("cannot tell who asks for an error page", failure);
        }
        return rendered(
                Reply.problem(status, "ui.error." + StatusGroup.of(status)),
                request,
                wire,
                !wire.path().startsWith("/api/") && !wire.path().startsWith("/exchange/v1/"));
    }

    private void stream(
            Route route, Request.Wire wire, Optional<String> contractFault, RoutingContext context, Context loop) {
        Request request;
        try {
            request = gate.identify(wire);
            Optional<Reply> refusal =
                    gate.refusal(route, request, wire).or(() -> contractFault.map(Dispatcher::notAsAgreed));
            if (refusal.isPresent()) {
                Response response = rendered(refusal.get(), request, wire, false);
                loop.runOnContext(ignored -> Writer.write(context, response));
                return;
            }
        } catch (Exception failure) {
            Request anonymous = unidentified(wire);
            Response response = rendered(Failures.reply(failure, route), anonymous, wire, false);
            loop.runOnContext(ignored -> Writer.write(context, response));
            return;
        }
        Request reader = request;
        loop.runOnContext(ignored -> {
            EventStream stream = Writer.openStream(context, loop);
            // The browser comes back by itself and is asked again who it is: a closed account does not go on listening.
            long lifetime = context.vertx().setTimer(STREAM_MILLIS_MAX, timer -> stream.close());
            stream.onClose(() -> context.vertx().cancelTimer(lifetime));
            virtualThreads.execute(() -> {
                try {
                    opened(route, reader, stream);
                } catch (Exception failure) {
                    LOG.warn("stream {} failed as it opened", route.path(), failure);
                    stream.close();
                }
            });
        });
    }

    /** The work of a route, in the capacity of whoever asks. */
    private static Reply handled(Route route, Request request) throws Exception {
        return request.signedIn().isPresent()
                ? Acting.as(
                        request.staff(), () -> route.handling().orElseThrow().handle(request))
                : route.handling().orElseThrow().handle(request);
    }

    private static void opened(Route route, Request reader, EventStream stream) throws Exception {
        Acting.as(reader.staff(), () -> {
            route.streaming().orElseThrow().open(reader, stream);
            return stream;
        });
    }

    /** For answers before, or instead of, knowing who asks: the database that knows may be away. */
    private static Request unidentified(Request.Wire wire) {
        return new Request(wire, Gate.lang(wire, Optional.empty()), Optional.empty());
    }

    private static Reply notAsAgreed(String fault) {
        return Reply.problem(400, "ui.error.contract", Map.of("reason", fault));
    }

    private Response rendered(Reply reply, Request request, Request.Wire wire, boolean asPage) {
        Optional<String> known = Gate.csrfSecret(wire);
        String secret = known.orElseGet(Secrets::random);
        Page page = new Page(
                site,
                request.lang(),
                request.signedIn().map(reader -> reader.staff()),
                Csrf.token(secret),
                wire.path());
        Reply finished = known.isEmpty() && asPage
                ? reply.withHeader(
                        "set-cookie", Cookies.set(Cookies.VISITOR, secret, Duration.ofHours(12), wire.secure()))
                : reply;
        try {
            return renderer.render(finished, page, asPage);
        } catch (RuntimeException failure) {
            LOG.error("cannot render the answer to {}", wire.path(), failure);
            return renderer.render(Reply.problem(500, "ui.error.500"), page, asPage);
        }
    }

    /** What becomes of an exception: refusals are meant for the reader, a lost database is 503, the rest is ours to mend. */
    private static final class Failures {

        static Reply reply(Exception failure, Route route) {
            if (failure instanceof Refusal refusal) {
                return Reply.problem(refusal.status(), refusal.key(), refusal.arguments());
            }
            if (databaseAway(failure)) {
                LOG.warn("{} {}: the database is away", route.method(), route.path());
                return Reply.problem(503, "ui.error.503").withHeader("retry-after", "5");
            }
            LOG.error("{} {} failed", route.method(), route.path(), failure);
            return Reply.problem(500, "ui.error.500");
        }

        /** SQL state class 08 (connection), 57P (shut down), 53 (out of resources), or no connection from the pool in time. */
        private static boolean databaseAway(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql) {
                    String state = sql.getSQLState() == null ? "" : sql.getSQLState();
                    return sql instanceof java.sql.SQLTransientConnectionException
                            || state.startsWith("08")
                            || state.startsWith("57P")
                            || state.startsWith("53");
                }
            }
            return false;
        }
    }
}
