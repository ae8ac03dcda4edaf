package org.guitu.web.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script itself; what needs a build or root is shown by using it. */
class LauncherTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern CALL = Pattern.compile("\\./guitu ([a-z]+)");

    @TempDir
    private Path elsewhere = Path.of("");

    @Test
    void helpComesFromAnyFolderAndThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("guitu"), ROOT.resolve("guitu"));
        assertThat(run(link.toString(), "help")).contains("./guitu demo", "./guitu test", "./guitu serve");
    }

    @Test
    void everyCommandTheDocumentsNameExists() throws Exception {
        Set<String> known = words(run(ROOT.resolve("guitu").toString(), "help"), Pattern.compile("\\b([a-z]+)\\b"));
        for (Path document : documents()) {
            assertThat(known).as(document.toString()).containsAll(words(Files.readString(document), CALL));
        }
    }

    @Test
    void everyFileTheDocumentsLinkToExists() throws IOException {
        Pattern link = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");
        for (Path document : documents()) {
            for (String target : words(Files.readString(document), link)) {
                assertThat(document.resolveSibling(target))
                        .as("%s in %s", target, document)
                        .exists();
            }
        }
    }

    @Test
    void continuousIntegrationCallsTheTestCommand() throws IOException {
        assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains("/../guitu\" test");
        assertThat(ROOT.resolve(".ci/run")).isExecutable();
        assertThat(ROOT.resolve("guitu")).isExecutable();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> below = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            below.filter(file -> file.toString().endsWith(".md")),
                            Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")))
                    .toList();
        }
    }

    private static Set<String> words(String text, Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .map(LauncherTest::firstGroup)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String firstGroup(MatchResult match) {
        return match.group(1);
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
