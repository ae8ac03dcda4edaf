package org.guitu.web.roster;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Lang;
import org.guitu.web.ui.Messages;

/** What headings and choices are called in both languages, so that a file in either is read. Immutable. */
final class RosterWords {

    private final Messages messages = Messages.load(List.of("ui", "roster", "people"));
    private final Map<String, Column> headings = new HashMap<>();
    private final Map<Column, Map<String, String>> choices = new EnumMap<>(Column.class);

    RosterWords() {
        for (Column column : Column.values()) {
            Map<String, String> names = new HashMap<>();
            for (Lang lang : Lang.values()) {
                headings.put(key(text(lang, column.heading())), column);
                column.names().forEach(name -> names.put(key(text(lang, column.choice(name))), name));
            }
            headings.put(key(column.field()), column);
            column.names().forEach(name -> names.put(key(name), name));
            choices.put(column, names);
        }
    }

    String text(Lang lang, String key, Object... arguments) {
        return messages.text(lang, key, arguments);
    }

    /** Which column a heading means, if it is one of ours. */
    Optional<Column> column(String heading) {
        return Optional.ofNullable(headings.get(key(heading)));
    }

    /** The constant a word means; the word itself, to be refused by the form, where it means none. */
    String choice(Column column, String word) {
        return choices.getOrDefault(column, Map.of()).getOrDefault(key(word), word);
    }

    /** Without blanks, marks of duty and what stands in brackets, in lower case. */
    private static String key(String text) {
        return text.replaceAll("[（(].*[)）]", "").replaceAll("[\\s*＊:：]", "").toLowerCase(Locale.ROOT);
    }
}
