package org.guitu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumSet;
import org.guitu.ingest.IngestConfig;
import org.guitu.ingest.PostgresFixture;
import org.guitu.ingest.store.DatabaseConfig;
import org.guitu.web.http.WebConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServerAssemblyIT {

    @RegisterExtension
    static final PostgresFixture POSTGRES = PostgresFixture.empty();

    @Test
    void everythingStartsOnAnEmptyDatabaseAndStopsAgain() throws IOException {
        int port;
        try (ServerAssembly server = ServerAssembly.start(config(0))) {
            port = server.web().orElseThrow().port();
            Browser browser = new Browser("http://localhost:" + port);
            assertThat(browser.get("/health/ready").body())
                    .isEqualTo("{\"status\":\"up\",\"database\":\"up\",\"storing\":\"up\"}");
            assertThat(browser.get("/metrics").body()).contains("jvm_memory_used_bytes");
            assertThat(server.ingest().orElseThrow().port("jt808")).isPositive();
        }
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(free.isBound()).isTrue();
        }
    }

    @Test
    void aTakenPortStopsWhatWasAlreadyStarted() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> ServerAssembly.start(config(taken.getLocalPort())))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cannot listen");
        }
        try (ServerAssembly server = ServerAssembly.start(config(0))) {
            assertThat(server.web()).isPresent();
        }
    }

    @Test
    void theWebRoleRunsAlone() {
        ServerConfig config = config(0).withParts(EnumSet.of(ServerConfig.Part.WEB));
        try (ServerAssembly server = ServerAssembly.start(config)) {
            assertThat(server.ingest()).isEmpty();
            assertThat(new Browser("http://localhost:"
                                    + server.web().orElseThrow().port())
                            .get("/health/ready")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThatThrownBy(() -> config(0).withParts(EnumSet.of(ServerConfig.Part.JUDGE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ServerConfig config(int port) {
        return ServerConfig.of(DatabaseConfig.of(POSTGRES.url()))
                .withWeb(WebConfig.defaults().withHost("127.0.0.1").withPort(port))
                .withIngest(IngestConfig.defaults().withBind("127.0.0.1").withPorts(0, 0));
    }
}
