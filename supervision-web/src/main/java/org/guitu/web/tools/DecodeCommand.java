package org.guitu.web.tools;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.guitu.protocols.decode.DecodeOptions;
import org.guitu.protocols.decode.DecodeTool;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code guitu decode}: frames from standard input, JSON Lines to standard output. */
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        description = {
            "Reads one connection's frames from standard input, a line each, and prints a line per report.",
            "从标准输入逐行读取报文，逐条输出解析结果(JSON Lines)。"
        })
public final class DecodeCommand implements Callable<Integer> {

    @Option(names = "--protocol", paramLabel = "NAME", description = "jt808 or osmand; --batch can do without")
    private String protocol = "";

    @Option(names = "--text", description = "lines are text rather than hexadecimal digits")
    private boolean text;

    @Option(names = "--batch", description = "lines are JSON objects in the form of the test vectors")
    private boolean batch;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        boolean known = DecodeTool.protocols().contains(protocol);
        if (!known && !(batch && protocol.isEmpty())) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--protocol must be one of " + DecodeTool.protocols());
        }
        PrintWriter out = spec.commandLine().getOut();
        DecodeOptions options =
                new DecodeOptions(protocol, text, batch, InstantSource.system().instant());
        DecodeTool.run(System.in, out, options);
        out.flush();
        return 0;
    }
}
