package org.guitu.ingest.postgres;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** PostgreSQL with PostGIS and TimescaleDB in a container, for machines whose Docker engine answers. */
final class DockerEngine {
    private static final Path SOCKET = Path.of("/var/run/docker.sock");
    private static final String IMAGE = "timescale/timescaledb-ha:pg17";
    private static final int PATIENCE_SECONDS = 2;

    private DockerEngine() {}

    /** Asks the engine's socket; a machine without one is answered at once, a hanging engine within two seconds. */
    static boolean answers() {
        if (!Files.exists(SOCKET)) {
            return false;
        }
        CompletableFuture<Boolean> ping = CompletableFuture.supplyAsync(DockerEngine::ping);
        try {
            return ping.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException silent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns the JDBC address; the container goes when the JVM does (Testcontainers' own reaper). */
    @SuppressWarnings("resource")
    static String startPostgres() {
        PostgreSQLContainer container =
                new PostgreSQLContainer(DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres"));
        // Testcontainers switches fsync off; what we test is that an acknowledgement means stored.
        container
                .withCommand("postgres", "-c", "fsync=on", "-c", "max_connections=120")
                .start();
        return "%s%suser=%s&password=%s"
                .formatted(
                        container.getJdbcUrl(),
                        container.getJdbcUrl().contains("?") ? "&" : "?",
                        container.getUsername(),
                        container.getPassword());
    }

    private static boolean ping() {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(SOCKET));
            channel.write(
                    ByteBuffer.wrap("GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(64);
            channel.read(answer);
            return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII).contains(" 200 ");
        } catch (IOException refused) {
            return false;
        }
    }
}
