package org.guitu.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.guitu.ingest.kill.KillClient;
import org.guitu.ingest.kill.KillServer;
import org.guitu.ingest.registry.BasisSpec;
import org.guitu.ingest.registry.DeviceSpec;
import org.guitu.ingest.registry.Registry;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.DatabaseConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed (SIGKILL) in mid-stream, again and again. Separate client processes keep every acknowledgement they were given; afterwards
 * each acknowledged report is in the database exactly once.
 */
class G01_KilledServerIT {

    private static final int CLIENTS = 3;
    private static final int REPORTS = 4_000;

    /** {@code ./guitu test --soak} multiplies the counts. */
    private static final int KILLS = 2 * Integer.getInteger("guitu.soak", 1);

    @RegisterExtension
    static final PostgresFixture POSTGRES = PostgresFixture.prepared("telemetry", TestIngest::migrate);

    private final List<Process> processes = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void endWhatIsLeft() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void everyAcknowledgedReportIsInTheDatabaseOnce() throws Exception {
        long first = Instant.now().minus(Duration.ofHours(3)).getEpochSecond();
        try (Database database = Database.open(DatabaseConfig.of(POSTGRES.url()))) {
            register(database);
            Server server = startServer(0);
            List<Process> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(java(
                        KillClient.class,
                        Integer.toString(server.port()),
                        phone(i),
                        Long.toString(first),
                        Integer.toString(REPORTS),
                        folder.resolve("acknowledged-" + i).toString()));
            }
            for (int kills = 1; kills <= KILLS; kills++) {
                int enough = kills * CLIENTS * REPORTS / (2 * KILLS);
                await().atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> acknowledged() >= enough);
                // SIGKILL on Linux: nothing is flushed, nothing is said good-bye to.
                server.process().destroyForcibly().waitFor();
                assertThat(clients).allMatch(Process::isAlive);
                server = startServer(server.port());
            }
            for (Process client : clients) {
                assertThat(client.waitFor(3, TimeUnit.MINUTES)).isTrue();
                assertThat(client.exitValue()).isZero();
            }
            for (int i = 0; i < CLIENTS; i++) {
                assertStoredOnce(database, i);
            }
        }
    }

    private void assertStoredOnce(Database database, int client) throws IOException {
        List<Long> acknowledged = Files.readAllLines(folder.resolve("acknowledged-" + client)).stream()
                .map(Long::valueOf)
                .toList();
        List<Long> stored = database.jdbi()
                .withHandle(handle -> handle.select(
                                "select extract(epoch from fix_time)::bigint from telemetry.position where subject_id = ?",
                                client + 1L)
                        .mapTo(Long.class)
                        .list());
        assertThat(acknowledged).hasSize(REPORTS).doesNotHaveDuplicates();
        assertThat(stored).doesNotHaveDuplicates().containsAll(acknowledged);
    }

    private long acknowledged() throws IOException {
        long lines = 0;
        for (int i = 0; i < CLIENTS; i++) {
            Path file = folder.resolve("acknowledged-" + i);
            lines += Files.exists(file) ? Files.readAllLines(file).size() : 0;
        }
        return lines;
    }

    private static void register(Database database) {
        Registry registry = new Registry(java.time.InstantSource.system());
        database.jdbi().useTransaction(handle -> {
            for (int i = 0; i < CLIENTS; i++) {
                long device = registry.registerDevice(
                        handle, DeviceSpec.of("jt808", phone(i)).withAuthCode("code"));
                registry.grantBasis(
                        handle,
                        new BasisSpec(
                                BasisSpec.Kind.AUTHORISATION,
                                i + 1L,
                                device,
                                Instant.now().minus(Duration.ofDays(1)),
                                Instant.now().plus(Duration.ofDays(1))));
            }
        });
    }

    private static String phone(int client) {
        return "01330000000" + client;
    }

    private record Server(Process process, int port) {}

    private Server startServer(int port) throws IOException {
        Process process = java(KillServer.class, POSTGRES.url(), Integer.toString(port));
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("port ")) {
                Thread.startVirtualThread(() -> out.lines().forEach(ignored -> {}));
                return new Server(process, Integer.parseInt(line.substring(5)));
            }
        }
        throw new IllegalStateException("the server did not start");
    }

    private Process java(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve(main.getSimpleName() + "-" + processes.size() + ".log")
                        .toFile())
                .start();
        processes.add(process);
        return process;
    }
}
