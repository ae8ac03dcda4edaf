package org.guitu.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.guitu.web.Browser;
import org.guitu.web.CommandRun;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CommandsIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    @Test
    void theFirstAdministratorSignsInWithWhatTheCommandPrints() {
        CommandRun run = run("admin", "create", "--user", "Chief");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().strip()).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        Browser browser = WEB.browser();
        assertThat(browser.signIn("chief", run.out().strip()).headers().firstValue("location"))
                .contains("/password");
        CommandRun again = run("admin", "create", "--user", "chief");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("already").doesNotContain("Exception");
    }

    @Test
    void aTokenOpensTheApi() {
        String user = WEB.staff(WEB.root(), Role.OFFICER);

        CommandRun run = run("token", "--user", user);

        assertThat(run.exitCode()).isZero();
        assertThat(WEB.browser().bearer(run.out().strip(), "/api/v1/me").statusCode())
                .isEqualTo(200);
        assertThat(run("token", "--user", "nobody").exitCode()).isEqualTo(1);
        assertThat(run("token", "--user", user, "--days", "9999").exitCode()).isEqualTo(2);
    }

    @Test
    void theAuditIsVerified() {
        CommandRun run = run("audit", "verify");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("sound");
    }

    @Test
    void withoutADatabaseItSaysSo() {
        assertThat(CommandRun.of("token", "--user", "x", "--database-url", "mysql://x")
                        .exitCode())
                .isEqualTo(2);
        CommandRun away = CommandRun.of(
                "token", "--user", "x", "--database-url", "jdbc:postgresql://localhost:1/x?user=x&password=x");
        assertThat(away.exitCode()).isEqualTo(1);
        assertThat(away.err()).contains("数据库").doesNotContain("\tat ");
    }

    private static CommandRun run(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--database-url";
        all[arguments.length + 1] = WEB.databaseUrl();
        return CommandRun.of(all);
    }
}
