package org.guitu.web.tools;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.guitu.simulators.load.LoadGenerator;
import org.guitu.simulators.load.LoadPlan;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code guitu simulate}: many bracelets against the server on this machine. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Runs simulated JT/T 808 bracelets against the server on this machine and prints how it bore them.",
            "The devices must be registered, their identities counting on from --first.",
            "用模拟手环向本机服务器上报，并显示结果。设备须先登记。"
        })
public final class SimulateCommand implements Callable<Integer> {

    @Option(names = "--first", required = true, paramLabel = "IDENTITY", description = "identity of the first bracelet")
    private long first;

    @Option(names = "--bracelets", description = "how many (default: ${DEFAULT-VALUE})")
    private int bracelets = 1;

    @Option(names = "--port", description = "JT/T 808 port of the server (default: ${DEFAULT-VALUE})")
    private int port = 5015;

    @Option(names = "--every", paramLabel = "SECONDS", description = "time between reports (default: ${DEFAULT-VALUE})")
    private double everySeconds = 10;

    @Option(names = "--for", paramLabel = "SECONDS", description = "how long, at most 3600 (default: ${DEFAULT-VALUE})")
    private int forSeconds = 60;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        spec.commandLine().getOut().println(LoadGenerator.run(plan()).summary());
        return 0;
    }

    private LoadPlan plan() {
        try {
            return new LoadPlan(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    first,
                    bracelets,
                    Duration.ofMillis(Math.round(everySeconds * 1000)),
                    Duration.ofSeconds(forSeconds),
                    Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4));
        } catch (IllegalArgumentException refused) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.valueOf(refused.getMessage()), refused);
        }
    }
}
