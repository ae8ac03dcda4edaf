package org.guitu.web.demo;

import java.net.URI;
import java.time.Instant;
import org.guitu.ingest.IngestAssembly;
import org.guitu.ingest.IngestConfig;
import org.guitu.ingest.store.DatabaseConfig;
import org.guitu.simulators.Simulation;
import org.guitu.simulators.city.City;
import org.guitu.simulators.scenario.DemoCast;
import org.guitu.web.ServerAssembly;
import org.guitu.web.ServerConfig;
import org.guitu.web.http.WebConfig;

/** Starts everything of the demo, top to bottom, and says how to get in. */
final class DemoRun {
    private final DemoOptions options;
    private final Progress progress;
    private final Closing closing;

    private DemoRun(DemoOptions options, Progress progress, Closing closing) {
        this.options = options;
        this.progress = progress;
        this.closing = closing;
    }

    /** Returns once everything runs; {@code closing} then holds what to put away. */
    static void start(DemoOptions options, Progress progress, Closing closing) {
        new DemoRun(options, progress, closing).start();
    }

    private void start() {
        WebConfig web = WebConfig.defaults();
        IngestConfig devices = IngestConfig.defaults();
        web = web.withPort(
                choosePort(options.port().orElse(web.port()), options.port().isPresent()));
        devices = devices.withPorts(choosePort(devices.jt808Port(), false), choosePort(devices.osmandPort(), false));
        if (options.reset()) {
            reset();
        }
        DemoFolder folder = DemoFolder.prepare(options.data());
        DemoLog.to(folder.root().resolve("guitu.log"));
        if (options.tls()) {
            DemoCertificate.make(folder.keyStore());
            web = web.withTls(new WebConfig.Tls(folder.keyStore(), DemoCertificate.PASSWORD));
        }

        DatabaseConfig database = DemoDatabase.start(options, folder, progress, closing);
        DemoCast cast = DemoCast.of(City.generate(City.DEFAULT_SEED), Instant.now());
        boolean first = DemoDatabase.fill(database, cast, progress);

        progress.step("启动服务", "starting the server");
        ServerAssembly server = closing.add(
                ServerAssembly.start(ServerConfig.of(database).withWeb(web).withIngest(devices)));
        IngestAssembly ingest = server.ingest().orElseThrow();

        progress.step("启动 " + cast.supervisees().size() + " 台模拟设备", "starting the simulated devices");
        URI phones = URI.create("http://127.0.0.1:" + ingest.port("osmand"));
        closing.add(Simulation.start(cast, "127.0.0.1", ingest.port("jt808"), phones, first));
        progress.step("就绪", "ready");
        DemoWelcome.say(progress, options, folder, server.web().orElseThrow().port(), ingest);
    }

    private void reset() {
        if (options.databaseUrl().isPresent()) {
            throw new DemoException(
                    "--reset 只删除演示自己的文件夹;GUITU_DATABASE_URL 指定的数据库请自行清空",
                    "--reset deletes the demo's own folder only; empty the database of GUITU_DATABASE_URL yourself");
        }
        progress.step("删除 " + options.data(), "deleting the demo's data");
        DemoFolder.reset(options.data());
    }

    private int choosePort(int wanted, boolean fixed) {
        int chosen = FreePort.choose(wanted, fixed);
        if (chosen != wanted) {
            progress.step(
                    "端口 %d 已被占用，改用 %d".formatted(wanted, chosen),
                    "port %d is taken, using %d".formatted(wanted, chosen));
        }
        return chosen;
    }
}
