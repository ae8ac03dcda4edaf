package org.guitu.web.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {
    @TempDir
    private Path temporary = Path.of("");

    @Test
    void rootKeepsOutOfItsClosedHome() {
        assertThat(DemoFolder.byDefault("root", Path.of("/root"))).isEqualTo(Path.of("/var/lib/guitu-demo"));
        assertThat(DemoFolder.byDefault("li", Path.of("/home/li")))
                .isEqualTo(Path.of("/home/li/.local/share/guitu/demo"));
    }

    @Test
    void resetDeletesWhatTheDemoMade() {
        DemoFolder folder = DemoFolder.prepare(temporary.resolve("demo"));
        DemoFolder.reset(folder.root());
        assertThat(folder.root()).doesNotExist();
    }

    @Test
    void resetOfAnAbsentFolderIsFine() {
        DemoFolder.reset(temporary.resolve("nothing"));
        assertThat(temporary.resolve("nothing")).doesNotExist();
    }

    @Test
    void aForeignFolderIsNeitherUsedNorDeleted() throws IOException {
        Path thesis = Files.writeString(temporary.resolve("thesis.txt"), "mine");
        assertThatThrownBy(() -> DemoFolder.prepare(temporary)).isInstanceOf(DemoException.class);
        assertThatThrownBy(() -> DemoFolder.reset(temporary)).isInstanceOf(DemoException.class);
        assertThat(thesis).hasContent("mine");
    }
}
