package org.guitu.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word shown to a person exists in both languages, and no template holds a word of its own. */
class WordsTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path JAVA = Path.of("src/main/java");
    private static final Pattern KEY_IN_CODE = Pattern.compile("text\\(\\s*\"([a-z]+\\.[A-Za-z0-9.-]+)\"");
    private static final Pattern KIND_OF_ENTRY = Pattern.compile("CaseEntry\\.of\\(\\s*\"([^\"]+)\"");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        for (String feature : features()) {
            assertThat(read(feature, "en").stringPropertyNames())
                    .as(feature)
                    .containsExactlyInAnyOrderElementsOf(read(feature, "zh").stringPropertyNames());
        }
    }

    @Test
    void noTextIsEmptyAndPatternsTakeTheSameArguments() throws IOException {
        for (String feature : features()) {
            Properties zh = read(feature, "zh");
            Properties en = read(feature, "en");
            for (String key : zh.stringPropertyNames()) {
                assertThat(zh.getProperty(key)).as(key + " zh").isNotBlank();
                assertThat(en.getProperty(key, "")).as(key + " en").isNotEmpty();
                assertThat(arguments(en.getProperty(key, ""))).as(key).isEqualTo(arguments(zh.getProperty(key)));
            }
        }
    }

    @Test
    void chineseIsNotLeftInEnglish() throws IOException {
        for (String feature : features()) {
            Properties en = read(feature, "en");
            for (String key : en.stringPropertyNames()) {
                if (!key.equals("ui.language.other") && !en.getProperty(key).contains("演示")) {
                    assertThat(HAN.matcher(en.getProperty(key)).find()).as(key).isFalse();
                }
            }
        }
    }

    @Test
    void chineseIsPunctuatedInFullWidth() throws IOException {
        Pattern narrow = Pattern.compile("\\p{IsHan}\\s*,|,\\s*\\p{IsHan}");
        for (String feature : features()) {
            Properties zh = read(feature, "zh");
            for (String key : zh.stringPropertyNames()) {
                assertThat(narrow.matcher(zh.getProperty(key)).find()).as(key).isFalse();
            }
        }
    }

    @Test
    void oneThingHasOneWord() throws IOException {
        for (String feature : features()) {
            Properties zh = read(feature, "zh");
            for (String key : zh.stringPropertyNames()) {
                assertThat(zh.getProperty(key)).as(key).doesNotContain("预警", "腕带");
            }
        }
    }

    @Test
    void everyKeyThatIsUsedExists() throws IOException {
        Set<String> known = keys();
        List<String> missing = new ArrayList<>();
        List<Path> sources = new ArrayList<>(files(TEMPLATES, ".jte"));
        sources.addAll(files(JAVA, ".java"));
        for (Path source : sources) {
            Matcher key = KEY_IN_CODE.matcher(Files.readString(source));
            while (key.find()) {
                if (!key.group(1).endsWith(".") && !known.contains(key.group(1))) {
                    missing.add(source.getFileName() + ": " + key.group(1));
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyEntryOfATimelineHasWords() throws IOException {
        Set<String> known = keys();
        List<String> missing = new ArrayList<>();
        for (Path source : files(JAVA, ".java")) {
            Matcher kind = KIND_OF_ENTRY.matcher(Files.readString(source));
            while (kind.find()) {
                if (!kind.group(1).endsWith(".") && !known.contains(kind.group(1))) {
                    missing.add(source.getFileName() + ": " + kind.group(1));
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    /** Timelines, figures and duties are grouped by feature: each has a name. */
    @Test
    void featuresThatAreListedHaveNames() throws IOException {
        Set<String> known = keys();

        assertThat(known.stream()
                        .filter(key -> key.matches("[a-z]+\\.(log|limit|duty)\\..*"))
                        .map(key -> "ui.feature." + key.substring(0, key.indexOf('.'))))
                .isSubsetOf(known);
    }

    @Test
    void templatesHoldNoWordsOfTheirOwn() throws IOException {
        List<String> literals = new ArrayList<>();
        for (Path template : files(TEMPLATES, ".jte")) {
            for (String word : visibleWords(Files.readString(template))) {
                literals.add(TEMPLATES.relativize(template) + ": " + word);
            }
        }

        assertThat(literals).isEmpty();
    }

    @Test
    void templatesHoldNoScriptAndNoStyle() throws IOException {
        Pattern inline =
                Pattern.compile("\\sstyle=|\\son[a-z]+=|<style|<script(?![^>]*(src=|type=\"application/json\"))|hx-on");
        for (Path template : files(TEMPLATES, ".jte")) {
            assertThat(inline.matcher(Files.readString(template)).results().map(found -> found.group()))
                    .as(template.toString())
                    .isEmpty();
        }
    }

    /** What is left of a template when its directives, expressions and tags are taken away, and the attributes people read. */
    private static List<String> visibleWords(String template) {
        String text = template.replaceAll("(?s)<%--.*?--%>", " ").replaceAll("(?s)<script.*?</script>", " ");
        List<String> words = new ArrayList<>();
        Matcher attribute = Pattern.compile("\\s(?:title|placeholder|alt|aria-label)=\"([^\"$]*\\p{L}[^\"$]*)\"")
                .matcher(text);
        while (attribute.find()) {
            words.add(attribute.group(1));
        }
        String bare = withoutCode(text).replaceAll("(?s)<[^>]*>", "\n");
        for (String line : bare.split("\n")) {
            if (line.matches(".*\\p{L}.*")
                    && !line.strip().matches("&[a-z]+;|m|km/h|GNSS|GeoJSON|JSON|CSV|ID|[+°%.,;:·\\s]*")) {
                words.add(line.strip());
            }
        }
        return words;
    }

    /** Takes away whole directive lines and everything in {@code ${…}}, {@code !{…}}, {@code @if(…)} and their like, brackets counted. */
    private static String withoutCode(String text) {
        StringBuilder out = new StringBuilder();
        String source = text.replaceAll("(?m)^@(import|param)\\b.*$", "");
        Pattern start = Pattern.compile("(\\$(unsafe)?|!)\\{|@(if|elseif|for|template[A-Za-z.]*)\\(");
        Matcher code = start.matcher(source);
        int at = 0;
        while (code.find(at)) {
            out.append(source, at, code.start());
            int end = code.end();
            for (int depth = 1; depth > 0 && end < source.length(); end++) {
                char c = source.charAt(end);
                depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
                if (c == '`') { // content in a call is template again
                    int close = source.indexOf('`', end + 1);
                    int last = close < 0 ? source.length() : close;
                    out.append('\n')
                            .append(withoutCode(source.substring(end + 1, last)))
                            .append('\n');
                    end = Math.min(last, source.length() - 1);
                }
            }
            at = end;
        }
        return out.append(source.substring(Math.min(at, source.length())))
                .toString()
                .replaceAll("@(else|endif|endfor|raw|endraw)", "\n");
    }

    private static Set<String> arguments(String pattern) {
        Set<String> found = new TreeSet<>();
        Matcher argument = Pattern.compile("\\{(\\d+)").matcher(pattern);
        while (argument.find()) {
            found.add(argument.group(1));
        }
        if (!found.isEmpty()) {
            assertThat(new MessageFormat(pattern).getFormats()).isNotNull();
        }
        return found;
    }

    private static Set<String> features() throws IOException {
        return files(MESSAGES, ".properties").stream()
                .map(file -> file.getFileName().toString().replaceAll("_(zh|en)\\.properties", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String feature : features()) {
            known.addAll(read(feature, "zh").stringPropertyNames());
        }
        return known;
    }

    private static Properties read(String feature, String lang) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(MESSAGES.resolve(feature + "_" + lang + ".properties"))) {
            properties.load(in);
        }
        return properties;
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
