package org.guitu.web.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import org.guitu.web.ui.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the Vert.x router of one event loop: headers first, then files, then the features' routes, then 404. */
final class RouterFactory {

    private static final Logger LOG = LoggerFactory.getLogger(RouterFactory.class);

    private final WebConfig config;
    private final Dispatcher dispatcher;
    private final Assets assets;
    private final List<Route> routes;

    RouterFactory(WebConfig config, Dispatcher dispatcher, Site site, List<Route> routes) {
        this.config = config;
        this.dispatcher = dispatcher;
        this.assets = site.assets() instanceof Assets ours ? ours : new Assets();
        this.routes = routes;
    }

    Router router(Vertx vertx) {
        Router router = Router.router(vertx);
        router.route().handler(RouterFactory::headers);
        router.route().failureHandler(this::failed);
        router.get("/static/*").handler(this::asset);
        router.get("/webjars/*").handler(this::asset);
        BodyHandler body = BodyHandler.create(false).setBodyLimit(config.bodyBytesMax());
        for (Route route : routes) {
            io.vertx.ext.web.Route mounted = router.route(
                    HttpMethod.valueOf(route.method()), route.path().replaceAll("\\{(\\w+)}", ":$1"));
            if (route.changes()) {
                mounted.handler(body);
            }
            mounted.handler(context -> dispatcher.dispatch(route, context));
        }
        router.route().handler(context -> dispatcher.refuse(context, 404));
        return router;
    }

    private static void headers(RoutingContext context) {
        SecurityHeaders.of(context.request().isSSL()).forEach(context.response()::putHeader);
        context.next();
    }

    private void asset(RoutingContext context) {
        assets.ofPath(context.normalizedPath())
                .ifPresentOrElse(found -> Writer.asset(context, found), () -> dispatcher.refuse(context, 404));
    }

    private void failed(RoutingContext context) {
        int status = context.statusCode() > 0 ? context.statusCode() : 500;
        if (status >= 500) {
            LOG.error("{} failed before its handler", context.normalizedPath(), context.failure());
        }
        if (context.response().headWritten()) {
            context.response().reset();
        } else {
            dispatcher.refuse(context, status);
        }
    }
}
