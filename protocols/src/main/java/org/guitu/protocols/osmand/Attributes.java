package org.guitu.protocols.osmand;

import java.util.Locale;

/** What a request says beyond the known keys, cut to a bounded length. */
final class Attributes {

    private static final int MAX_KEY = 40;
    private static final int MAX_TEXT = 200;

    private Attributes() {}

    static void add(OsmAndDraft draft, String key, Object value) {
        Object kept = value instanceof String text ? cut(text, MAX_TEXT) : value;
        if (!key.isBlank()) {
            draft.attribute(cut(key.strip(), MAX_KEY), kept);
        }
    }

    /** Letters only, in lower case: {@code lowBattery} and {@code low_battery} are one. */
    static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
