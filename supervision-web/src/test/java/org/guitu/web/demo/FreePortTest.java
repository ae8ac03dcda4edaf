package org.guitu.web.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortTest {
    @Test
    void aTakenPortGivesWayToTheNextFreeOne() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int chosen = FreePort.choose(taken.getLocalPort(), false);
            assertThat(chosen).isGreaterThan(taken.getLocalPort());
            assertThat(FreePort.isFree(chosen)).isTrue();
        }
    }

    @Test
    void aPortAskedForByNameIsNotReplaced() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> FreePort.choose(port, true)).hasMessageContaining("port " + port + " is taken");
        }
    }
}
