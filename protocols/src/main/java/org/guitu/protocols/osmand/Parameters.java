package org.guitu.protocols.osmand;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decoded keys and values of a query string or a form body, in the order sent; a key may stand several times. */
record Parameters(Map<String, List<String>> values) {

    /** An honest request has about twenty. */
    static final int MAX_COUNT = 256;

    /** The pairs of an {@code application/x-www-form-urlencoded} text, or empty if there are too many. */
    static Optional<Parameters> parse(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int count = 0;
        for (String pair : encoded.split("&", MAX_COUNT + 1)) {
            if (pair.isEmpty()) {
                continue;
            }
            if (++count > MAX_COUNT) {
                return Optional.empty();
            }
            int equals = pair.indexOf('=');
            String key = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            values.computeIfAbsent(key, absent -> new ArrayList<>()).add(value);
        }
        return Optional.of(new Parameters(values));
    }

    /** These pairs and then those. */
    Parameters and(Parameters others) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        values.forEach((key, list) -> all.put(key, new ArrayList<>(list)));
        others.values.forEach((key, list) ->
                all.computeIfAbsent(key, absent -> new ArrayList<>()).addAll(list));
        return new Parameters(all);
    }

    /** All values of the key that are not blank. */
    List<String> all(String key) {
        return values.getOrDefault(key, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** The first value of the key that is not blank. */
    Optional<String> first(String key) {
        return all(key).stream().findFirst();
    }

    /** Percent-encoding of UTF-8, plus for space; a broken escape stands for itself, so that one bad character loses no report. */
    private static String decode(String encoded) {
        if (encoded.indexOf('%') < 0 && encoded.indexOf('+') < 0) {
            return encoded;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
        int at = 0;
        while (at < raw.length) {
            int escaped = raw[at] == '%' ? octet(raw, at + 1) : -1;
            if (escaped >= 0) {
                bytes.write(escaped);
                at += 3;
            } else {
                bytes.write(raw[at] == '+' ? ' ' : raw[at]);
                at++;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int octet(byte[] raw, int at) {
        if (at + 2 > raw.length) {
            return -1;
        }
        int high = Character.digit(raw[at], 16);
        int low = Character.digit(raw[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
