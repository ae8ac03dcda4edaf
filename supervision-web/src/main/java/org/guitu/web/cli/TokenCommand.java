package org.guitu.web.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.guitu.ingest.store.Database;
import org.guitu.web.access.StaffStore;
import org.guitu.web.audit.Audit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code guitu token}: a bearer token for programs, with the rights of one member of staff. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = {"Prints a new API token; it is stored as a hash and shown this once.", "发放接口令牌，只显示一次。"})
final class TokenCommand implements Callable<Integer> {

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(names = "--user", required = true, paramLabel = "NAME", description = "whose rights it has (用户名)")
    private String user = "";

    @Option(names = "--days", description = "how long it holds, 1-366 days (default: ${DEFAULT-VALUE})")
    private int days = 90;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        if (days < 1 || days > 366) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--days must be 1 to 366");
        }
        try (Database open = database.open()) {
            String token = open.jdbi().inTransaction(handle -> {
                long staffId = new StaffStore()
                        .account(handle, user.toLowerCase(Locale.ROOT))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "there is no active member of staff named " + user + " (没有这个用户)"))
                        .staff()
                        .id();
                new Audit().record(handle, null, "audit.token", null, "", Map.of("staff", staffId, "days", days));
                return AdminCommand.sessions(open.jdbi()).issueToken(handle, staffId, Duration.ofDays(days));
            });
            spec.commandLine().getOut().println(token);
            return 0;
        }
    }
}
