package org.guitu.web.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.guitu.ingest.IngestConfig;
import org.guitu.web.ServerAssembly;
import org.guitu.web.ServerConfig;
import org.guitu.web.ServerConfig.Part;
import org.guitu.web.exchange.ExchangeConfig;
import org.guitu.web.http.WebConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code guitu serve}: the server, until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {"Runs the server until it is stopped (Ctrl-C).", "运行服务器，按 Ctrl-C 停止。"})
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(names = "--port", description = "port of the pages and the API (default: ${DEFAULT-VALUE})")
    private int port = WebConfig.defaults().port();

    @Option(names = "--host", description = "address to listen on (default: ${DEFAULT-VALUE})")
    private String host = WebConfig.defaults().host();

    @Option(
            names = "--jt808-port",
            description = "port for JT/T 808 devices, 0 any, -1 none (default: ${DEFAULT-VALUE})")
    private int jt808Port = IngestConfig.defaults().jt808Port();

    @Option(names = "--osmand-port", description = "port for phones, 0 any, -1 none (default: ${DEFAULT-VALUE})")
    private int osmandPort = IngestConfig.defaults().osmandPort();

    @Option(
            names = "--roles",
            split = ",",
            paramLabel = "ROLE",
            description = "what this process runs: ${COMPLETION-CANDIDATES} (default: all)")
    private Set<Part> roles = EnumSet.allOf(Part.class);

    @Option(names = "--behind-proxy", description = "believe a reverse proxy's X-Forwarded-For and X-Forwarded-Proto")
    private boolean behindProxy;

    @Option(
            names = "--exchange-key",
            paramLabel = "FILE",
            description =
                    "exchange messages with courts, procuratorates and police, signed by the key in FILE; made if it is not there")
    private @Nullable Path exchangeKey;

    @Option(
            names = "--exchange-plain-http",
            description = "let partners be reached without TLS on other machines too, e.g. inside a closed network")
    private boolean exchangePlainHttp;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        ServerAssembly server = ServerAssembly.start(config());
        // On Ctrl-C the JVM runs this, waits for it and ends: the latch below is never opened.
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "guitu-stop"));
        PrintWriter out = spec.commandLine().getOut();
        server.web().ifPresent(web -> {
            out.println("http://localhost:" + web.port() + "/  Ctrl-C stops (按 Ctrl-C 停止)");
            if (web.staff().none()) {
                out.println("no staff yet (还没有工作人员): guitu admin create --user NAME");
            }
        });
        new CountDownLatch(1).await();
        return 0;
    }

    private ServerConfig config() {
        try {
            return ServerConfig.of(database.config())
                    .withWeb(WebConfig.defaults().withHost(host).withPort(port).withBehindProxy(behindProxy))
                    .withExchange(exchanging())
                    .withIngest(IngestConfig.defaults().withPorts(jt808Port, osmandPort))
                    .withParts(roles);
        } catch (IllegalArgumentException refused) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.valueOf(refused.getMessage()), refused);
        }
    }

    private ExchangeConfig exchanging() {
        ExchangeConfig config = ExchangeConfig.defaults().withPlainHttp(exchangePlainHttp);
        return exchangeKey == null ? config : config.withKeyFile(exchangeKey);
    }
}
