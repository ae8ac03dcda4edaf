package org.guitu.web.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DoctorCommandTest {
    @Test
    void namesEveryThingItLookedAtAndItsExitCodeFollows() {
        StringWriter printed = new StringWriter();
        int exit = new CommandLine(new DoctorCommand())
                .setOut(new PrintWriter(printed))
                .execute();
        assertThat(printed.toString())
                .contains(
                        "JDK",
                        "Maven",
                        "PostgreSQL",
                        "TimescaleDB",
                        "Chromium",
                        "中文字体",
                        "8080",
                        "5015",
                        "5055",
                        "磁盘",
                        "数据库");
        assertThat(exit).isEqualTo(printed.toString().contains("缺少") ? 1 : 0);
    }

    @Test
    void aTakenPortIsToldButNothingToMend() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Check check = MachineChecks.port(taken.getLocalPort(), "HTTP");
            assertThat(check.state()).isEqualTo(Check.State.OPTIONAL);
            assertThat(check.detail()).contains("taken");
        }
    }

    @Test
    void anUnreachableDatabaseIsMissingAndItsPasswordUnsaid() throws IOException {
        int closedPort;
        try (ServerSocket probe = new ServerSocket(0)) {
            closedPort = probe.getLocalPort();
        }
        Check check = MachineChecks.database(
                "jdbc:postgresql://127.0.0.1:%d/guitu?user=guitu&password=geheim".formatted(closedPort));
        assertThat(check.state()).isEqualTo(Check.State.MISSING);
        assertThat(check.line()).doesNotContain("geheim");
    }

    @Test
    void diskSpaceIsMeasured() {
        assertThat(MachineChecks.disk(Path.of("/")).detail()).endsWith("GB");
    }
}
