package org.guitu.web.demo;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.guitu.ingest.postgres.ClusterException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./guitu demo}: see the package. Runs until Ctrl-C, then puts away everything it started and nothing else. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "一台机器上的完整演示 | Everything on one machine, with simulated devices")
public final class DemoCommand implements Callable<Integer> {
    @Option(names = "--tls", description = "使用 HTTPS(自签名证书) | Serve HTTPS with a self-signed certificate")
    private boolean tls;

    @Option(names = "--reset", description = "删除演示数据，重新开始 | Delete the demo's data and start afresh")
    private boolean reset;

    @Option(names = "--port", paramLabel = "N", description = "网页端口，默认 8080 | Port of the pages, 8080 by default")
    private @Nullable Integer port;

    @Option(names = "--data", paramLabel = "DIR", description = "数据文件夹 | Where everything is kept")
    private @Nullable Path data;

    @Override
    public Integer call() throws InterruptedException {
        Progress progress = new Progress(System.out, InstantSource.system());
        Closing closing = new Closing();
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            progress.step("正在停止", "stopping");
                            closing.close();
                            progress.step("已停止", "stopped");
                            stopped.countDown();
                        },
                        "demo-stop"));
        try {
            DemoRun.start(options(), progress, closing);
        } catch (DemoException | ClusterException refused) {
            System.err.println(refused.getMessage());
            return 1;
        }
        stopped.await();
        return 0;
    }

    private DemoOptions options() {
        Path folder = data != null
                ? data
                : DemoFolder.byDefault(System.getProperty("user.name"), Path.of(System.getProperty("user.home")));
        String databaseUrl = System.getenv("GUITU_DATABASE_URL");
        return new DemoOptions(
                tls,
                reset,
                Optional.ofNullable(port),
                folder,
                Optional.ofNullable(databaseUrl).filter(url -> !url.isBlank()));
    }
}
