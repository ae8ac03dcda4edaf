package org.guitu.web.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.guitu.web.access.Lang;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words of all features in both languages: {@code messages/<feature>_zh.properties} and {@code _en}, UTF-8, each key beginning with
 * the feature's name. With arguments a text is a {@link MessageFormat} pattern (a quote is written twice); without, it is taken as it stands.
 */
public final class Messages {

    /** The name of a feature that has no words. */
    public static final String NONE = "";

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    private final Map<Lang, Map<String, String>> texts;

    private Messages(Map<Lang, Map<String, String>> texts) {
        this.texts = texts;
    }

    /**
     * Loads the words of these features.
     *
     * @throws IllegalStateException if a file is missing or a key does not begin with its feature's name
     */
    public static Messages load(Collection<String> features) {
        Map<Lang, Map<String, String>> texts = new EnumMap<>(Lang.class);
        for (Lang lang : Lang.values()) {
            Map<String, String> all = new TreeMap<>();
            for (String feature :
                    features.stream().filter(name -> !name.equals(NONE)).toList()) {
                all.putAll(read(feature, lang));
            }
            texts.put(lang, all);
        }
        return new Messages(texts);
    }

    /** The finished text. A missing key shows itself as the key, so that a page never fails for want of a word. */
    public String text(Lang lang, String key, Object... arguments) {
        String pattern = all(lang).get(key);
        if (pattern == null) {
            LOG.warn("no text for key {} in {}", key, lang.code());
            return key;
        }
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, lang.locale()).format(arguments);
    }

    /** All keys and patterns of a language, sorted by key. */
    public Map<String, String> all(Lang lang) {
        return texts.getOrDefault(lang, Map.of());
    }

    private static Map<String, String> read(String feature, Lang lang) {
        String file = "messages/" + feature + "_" + lang.code() + ".properties";
        Map<String, String> texts = new TreeMap<>();
        try (InputStream in = Messages.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file + " on the class path");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String key : properties.stringPropertyNames()) {
                if (!key.startsWith(feature + ".")) {
                    throw new IllegalStateException(file + ": key " + key + " does not begin with " + feature + ".");
                }
                texts.put(key, properties.getProperty(key));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
        return texts;
    }
}
