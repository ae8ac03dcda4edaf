package org.guitu.web.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.guitu.ingest.store.Database;
import org.guitu.web.access.DatabaseSessions;
import org.guitu.web.access.OrganisationStore;
import org.guitu.web.access.Passwords;
import org.guitu.web.access.StaffStore;
import org.guitu.web.audit.Audit;
import org.guitu.web.http.WebConfig;
import org.guitu.web.staff.StaffService;
import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code guitu admin create}: the first administrator, with a one-time password. */
@Command(
        name = "admin",
        mixinStandardHelpOptions = true,
        description = {"Makes administrators.", "新建管理员。"})
final class AdminCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "what to do: admin create --user NAME");
    }

    /** Prints the one-time password as the only line of standard output. */
    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = {
                "Makes an administrator at the top of the tree and prints a one-time password.",
                "在最上级单位新建管理员，并显示一次性密码。"
            })
    int create(
            @Mixin DatabaseOption database,
            @Option(names = "--user", required = true, paramLabel = "NAME") String user,
            @Option(names = "--name", defaultValue = "管理员", description = "as people write it (姓名)") String name,
            @Option(
                            names = "--organisation",
                            defaultValue = "司法局",
                            description = "names the top of the tree if there is none yet (单位名称)")
                    String organisation) {
        PrintWriter err = spec.commandLine().getErr();
        try (Database open = database.open()) {
            StaffService.Issued issued = service(open)
                    .createAdministrator(user.toLowerCase(Locale.ROOT), name, organisation, ZoneId.of("Asia/Shanghai"));
            err.println("One-time password of " + issued.userName() + ", shown once, to be changed at first sign-in"
                    + " (一次性密码，只显示一次，首次登录必须修改):");
            spec.commandLine().getOut().println(issued.oneTimePassword());
            return 0;
        }
    }

    static StaffService service(Database database) {
        Jdbi jdbi = database.jdbi();
        return new StaffService(
                jdbi,
                new StaffStore(),
                new OrganisationStore(),
                sessions(jdbi),
                new Passwords(),
                new Audit(),
                InstantSource.system());
    }

    static DatabaseSessions sessions(Jdbi jdbi) {
        WebConfig defaults = WebConfig.defaults();
        return new DatabaseSessions(jdbi, InstantSource.system(), defaults.sessionIdle(), defaults.sessionAbsolute());
    }
}
