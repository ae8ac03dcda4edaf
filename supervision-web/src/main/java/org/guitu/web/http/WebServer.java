package org.guitu.web.http;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.ext.web.Router;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.guitu.web.access.Sessions;
import org.guitu.web.ui.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running HTTP server: a few event loops in front of virtual threads. */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int START_SECONDS_MAX = 20;

    private final Vertx vertx;
    private final ExecutorService virtualThreads;
    private final int port;
    private final Contract contract;

    private WebServer(Vertx vertx, ExecutorService virtualThreads, int port, Contract contract) {
        this.contract = contract;
        this.vertx = vertx;
        this.virtualThreads = virtualThreads;
        this.port = port;
    }

    /**
     * Starts listening.
     *
     * @throws IllegalStateException if the port is taken or the key store cannot be read
     */
    public static WebServer start(WebConfig config, Sessions sessions, Site site, Routes routes) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setWorkerPoolSize(2).setInternalBlockingPoolSize(2));
        ExecutorService virtualThreads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("web-", 0).factory());
        Dispatcher dispatcher = new Dispatcher(new Gate(sessions), site, virtualThreads);
        Contract contract = Contract.load(vertx);
        warnOfStrangers(routes, contract);
        RouterFactory routers = new RouterFactory(config, dispatcher, site, routes.all(), contract);
        AtomicInteger port = new AtomicInteger();
        int loops = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
        Future<String> deployed = vertx.deployVerticle(
                () -> new Listener(config, routers, port), new DeploymentOptions().setInstances(loops));
        try {
            deployed.await(START_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (Exception failure) {
            vertx.close();
            virtualThreads.shutdownNow();
            throw new IllegalStateException("cannot listen on " + config.host() + ":" + config.port(), failure);
        }
        LOG.info("web listens on {}:{}", config.host(), port.get());
        return new WebServer(vertx, virtualThreads, port.get(), contract);
    }

    private static void warnOfStrangers(Routes routes, Contract contract) {
        for (String operation : routes.operations()) {
            if (!contract.operations().contains(operation)) {
                LOG.warn("{} is not in openapi.yaml and so is not checked", operation);
            }
        }
    }

    /** What the contract promises, as {@code GET /api/v1/people/{id}}. */
    public Set<String> contractOperations() {
        return contract.operations();
    }

    /** The port it listens on, also where the configuration left the choice open. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        virtualThreads.shutdown();
        try {
            vertx.close().await(START_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (Exception failure) {
            LOG.warn("the web server did not close in time", failure);
        }
        virtualThreads.shutdownNow();
    }

    /** One event loop. */
    private static final class Listener extends VerticleBase {

        private final WebConfig config;
        private final RouterFactory routers;
        private final AtomicInteger port;

        Listener(WebConfig config, RouterFactory routers, AtomicInteger port) {
            this.config = config;
            this.routers = routers;
            this.port = port;
        }

        @Override
        public Future<?> start() {
            HttpServerOptions options = new HttpServerOptions()
                    .setHost(config.host())
                    .setPort(config.port() == 0 ? -1 : config.port()) // -1: one free port, the same for all loops
                    .setMaxFormAttributeSize(config.bodyBytesMax())
                    .setMaxFormFields(Form.FIELDS_MAX)
                    .setMaxInitialLineLength(8192)
                    .setMaxHeaderSize(16384)
                    .setIdleTimeout(120);
            config.tls()
                    .ifPresent(tls -> options.setSsl(true)
                            .setUseAlpn(true)
                            .setKeyCertOptions(new PfxOptions()
                                    .setPath(tls.keyStore().toString())
                                    .setPassword(tls.password())));
            Router router = routers.router(vertx);
            HttpServer server = vertx.createHttpServer(options).requestHandler(router);
            return server.listen().onSuccess(listening -> port.set(listening.actualPort()));
        }
    }
}
