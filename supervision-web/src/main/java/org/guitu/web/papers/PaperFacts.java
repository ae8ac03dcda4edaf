package org.guitu.web.papers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The named texts a paper is filled with, e.g. {@code person.name}. A name has a prefix that says whose it is. What is not known is {@code ""}.
 * Not thread-safe: it lives for one paper.
 */
public final class PaperFacts {

    private final Map<String, String> texts = new LinkedHashMap<>();

    /** Sets a fact; a later one of the same name wins. */
    public PaperFacts put(String name, String text) {
        texts.put(name, text.strip());
        return this;
    }

    /** All of these, those that are empty excepted. */
    public PaperFacts putGiven(Map<String, String> given) {
        given.forEach((name, text) -> {
            if (!text.isBlank()) {
                put(name, text);
            }
        });
        return this;
    }

    public String value(String name) {
        return texts.getOrDefault(name, "");
    }

    public Map<String, String> all() {
        return Collections.unmodifiableMap(texts);
    }
}
