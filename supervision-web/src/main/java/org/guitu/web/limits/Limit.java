package org.guitu.web.limits;

/**
 * The name of a figure, {@code <feature>.<name>}; its words are the message {@code <feature>.limit.<name>}, its value and source a row of
 * {@code limit_value}. A name that ends in {@code -max} includes its number, as 以内 does.
 */
public record Limit(String key) {

    public static Limit of(String key) {
        return new Limit(key);
    }

    /** The message key of its words. */
    public String words() {
        int dot = key.indexOf('.');
        return key.substring(0, dot) + ".limit" + key.substring(dot);
    }
}
