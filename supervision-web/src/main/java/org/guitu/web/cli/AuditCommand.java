package org.guitu.web.cli;

import java.io.PrintWriter;
import org.guitu.ingest.store.Database;
import org.guitu.web.audit.AuditChain;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code guitu audit verify}: walks the hash chain. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {"Checks the audit.", "核对审计记录。"})
final class AuditCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "what to do: audit verify");
    }

    /** Ends with 0 if every link holds, with 1 and the place if not. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Walks the hash chain over all audit rows. The head it prints is worth keeping elsewhere.",
                "核对全部审计记录的摘要链。请把显示的链首另行保存。"
            })
    int verify(@Mixin DatabaseOption database) {
        PrintWriter out = spec.commandLine().getOut();
        try (Database open = database.open()) {
            return switch (new AuditChain(open.jdbi()).verify()) {
                case AuditChain.Verdict.Sound sound -> {
                    out.println("sound (完好): " + sound.rows() + " rows, head " + sound.headHash()
                            + (sound.unchained() > 0 ? ", " + sound.unchained() + " rows not linked yet" : ""));
                    yield 0;
                }
                case AuditChain.Verdict.Broken broken -> {
                    out.println("BROKEN at link (断裂处) " + broken.chainSeq() + ": " + broken.reason());
                    yield 1;
                }
            };
        }
    }
}
