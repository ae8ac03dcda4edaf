package org.guitu.web.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.guitu.web.demo.DemoCommand;
import org.guitu.web.tools.AssessCommand;
import org.guitu.web.tools.DecodeCommand;
import org.guitu.web.tools.DoctorCommand;
import org.guitu.web.tools.ReplayCommand;
import org.guitu.web.tools.SimulateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands. Wrong arguments end with 2, a failure with 1 and one sentence on standard error. */
@Command(
        name = "guitu",
        mixinStandardHelpOptions = true,
        version = "guitu 0.1",
        description = {"Guitu (归途): supervision of people who serve a sentence in the community.", "归途：社区矫正监管系统。"},
        subcommands = {
            ServeCommand.class,
            AdminCommand.class,
            TokenCommand.class,
            AuditCommand.class,
            DemoCommand.class,
            DecodeCommand.class,
            ReplayCommand.class,
            AssessCommand.class,
            SimulateCommand.class,
            DoctorCommand.class
        })
public final class GuituCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing (缺少命令)");
    }

    /** Runs one command line and returns its exit code. */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    /** The command line with its streams in UTF-8 and its errors in one sentence. */
    public static CommandLine commandLine() {
        return new CommandLine(new GuituCommand())
                .setOut(new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true))
                .setErr(new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("guitu: " + Failures.sentence(failure));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }
}
