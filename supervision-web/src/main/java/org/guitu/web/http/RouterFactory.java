package org.guitu.web.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.AllowForwardHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.openapi.contract.Operation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Lang;
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
    private final Site site;
    private final Contract contract;

    RouterFactory(WebConfig config, Dispatcher dispatcher, Site site, List<Route> routes, Contract contract) {
        this.config = config;
        this.dispatcher = dispatcher;
        this.assets = site.assets() instanceof Assets ours ? ours : new Assets();
        this.routes = routes;
        this.site = site;
        this.contract = contract;
    }

    Router router(Vertx vertx) {
        Router router = Router.router(vertx);
        router.allowForward(config.behindProxy() ? AllowForwardHeaders.X_FORWARD : AllowForwardHeaders.NONE);
        router.route().handler(RouterFactory::headers);
        router.route().failureHandler(this::failed);
        router.get("/static/*").handler(this::asset);
        router.get("/webjars/*").handler(this::asset);
        for (Lang lang : Lang.values()) {
            words(router, lang);
        }
        BodyHandler body = BodyHandler.create(false).setBodyLimit(config.bodyBytesMax());
        for (Route route : routes) {
            HttpMethod method = HttpMethod.valueOf(route.method());
            String path = route.path().replaceAll("\\{(\\w+)}", ":$1");
            if (route.uploadBytesMax().isPresent()) {
                router.route(method, path).handler(context -> dispatcher.admit(route, context));
            }
            io.vertx.ext.web.Route mounted = router.route(method, path);
            if (route.uploadBytesMax().isPresent()) {
                mounted.handler(BodyHandler.create(true)
                        .setUploadsDirectory(uploads())
                        .setDeleteUploadedFilesOnEnd(true)
                        .setBodyLimit(route.uploadBytesMax().getAsInt()));
            } else if (route.changes()) {
                mounted.handler(body);
            }
            mounted.handler(handler(route));
        }
        router.route().handler(context -> dispatcher.refuse(context, 404));
        return router;
    }

    /** Files wait there for the end of their request. */
    private static String uploads() {
        return Path.of(System.getProperty("java.io.tmpdir"), "guitu-uploads").toString();
    }

    /** A route of the contract is compared with it first; what is wrong is told only to those who may ask at all. */
    private Handler<RoutingContext> handler(Route route) {
        Optional<Operation> operation =
                route.path().startsWith("/api/v1/") ? contract.operation(route) : Optional.empty();
        if (operation.isEmpty()) {
            return context -> dispatcher.dispatch(route, context, Optional.empty());
        }
        return context -> contract.fault(context, operation.get())
                .onSuccess(fault -> dispatcher.dispatch(route, context, fault))
                .onFailure(context::fail);
    }

    /** The words for modules in the browser: {@code /i18n/zh.json}, {@code /i18n/en.json}. */
    private void words(Router router, Lang lang) {
        Assets.Asset words = Assets.of(
                "application/json", Json.write(site.messages().all(lang)).getBytes(StandardCharsets.UTF_8));
        router.get("/i18n/" + lang.code() + ".json").handler(context -> Writer.asset(context, words));
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
