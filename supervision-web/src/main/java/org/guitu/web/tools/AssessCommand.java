package org.guitu.web.tools;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.guitu.web.risk.AssessmentLine;
import org.guitu.web.risk.Instrument;
import org.guitu.web.risk.Instruments;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code guitu assess}: answers from standard input, scores to standard output, a line of JSON each. */
@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        description = {
            "Scores answers by a risk instrument: one JSON object a line in, one a line out.",
            "按风险评估工具计分：逐行读取 JSON，逐行输出得分与各项分值(JSON Lines)。"
        })
public final class AssessCommand implements Callable<Integer> {

    @Option(
            names = "--instrument",
            required = true,
            paramLabel = "NAME",
            description = "arp, psa, …; a wrong one lists all")
    private String instrument = "";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Instruments shipped = Instruments.shipped();
        Instrument chosen = shipped.find(instrument)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(), "--instrument must be one of " + shipped.names()));
        PrintWriter out = spec.commandLine().getOut();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isBlank()) {
                out.println(AssessmentLine.assess(chosen, line));
            }
        }
        out.flush();
        return 0;
    }
}
