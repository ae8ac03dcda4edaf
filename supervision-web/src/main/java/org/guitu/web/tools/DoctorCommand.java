package org.guitu.web.tools;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code ./guitu doctor}: what is missing on this machine and how to get it. Exit code 1 when something required is
 * missing. The launcher says the same in its own words when there is no JDK or Maven to build this with.
 */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "检查本机缺什么、怎样补上 | Say what is missing on this machine and how to get it")
public final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        List<Check> checks = Stream.concat(
                        ProgramChecks.all().stream(), MachineChecks.all(System.getenv("GUITU_DATABASE_URL")).stream())
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        checks.forEach(check -> out.println(check.line()));
        boolean healthy = checks.stream().noneMatch(check -> check.state() == Check.State.MISSING);
        out.println(healthy ? "可以使用 ready" : "请按箭头处理 mend what the arrows say");
        out.flush();
        return healthy ? 0 : 1;
    }
}
