package org.guitu.web.risk;

import java.util.Map;
import java.util.TreeMap;

/**
 * Catalogues of offences: the code of an offence tells the category an instrument knows. A catalogue belongs to one jurisdiction; a
 * deployment elsewhere keeps its own.
 */
final class OffenceCodes {

    private OffenceCodes() {}

    /** The category by code, e.g. of {@code offence-category-map.csv}; its columns are code, category and whether violent. */
    static Map<String, String> categories(String catalogue) {
        Map<String, String> categories = new TreeMap<>();
        Resources.lines(catalogue).skip(1).forEach(line -> {
            String[] columns = line.split(",", -1);
            if (columns.length != 3 || categories.put(columns[0], columns[1]) != null) {
                throw new IllegalArgumentException("the catalogue " + catalogue + " has a bad line: " + line);
            }
        });
        return Map.copyOf(categories);
    }
}
