package org.guitu.web.tools;

import java.util.ArrayList;
import java.util.List;

/** One line of CSV (RFC 4180, without line breaks inside a field). */
final class CsvLine {

    private CsvLine() {}

    /**
     * The fields of a line.
     *
     * @throws IllegalArgumentException if a quote stands or ends where it must not
     */
    static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        int at = 0;
        while (true) {
            if (at < line.length() && line.charAt(at) == '"') {
                at = quoted(line, at + 1, field);
            } else {
                while (at < line.length() && line.charAt(at) != ',') {
                    if (line.charAt(at) == '"') {
                        throw new IllegalArgumentException("a quote inside a field without quotes");
                    }
                    field.append(line.charAt(at++));
                }
            }
            fields.add(field.toString());
            field.setLength(0);
            if (at == line.length()) {
                return fields;
            }
            if (line.charAt(at++) != ',') {
                throw new IllegalArgumentException("text after a closing quote");
            }
        }
    }

    /** Reads up to the closing quote and returns where it ended. */
    private static int quoted(String line, int from, StringBuilder field) {
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c != '"') {
                field.append(c);
            } else if (at < line.length() && line.charAt(at) == '"') {
                field.append('"');
                at++;
            } else {
                return at;
            }
        }
        throw new IllegalArgumentException("a quote is not closed");
    }
}
