package org.guitu.web.papers;

/**
 * A text that a template asks the officer for.
 *
 * @param name of the fact it becomes, e.g. {@code sanction.facts}
 * @param labelZh what it is called
 * @param labelEn the same in English, or the Chinese again
 * @param lines how high the field is; one line or more
 * @param max characters at most
 * @param required whether the paper cannot be issued without it
 * @param sample what stands for it where a template is looked at without a person
 */
public record FieldSpec(
        String name, String labelZh, String labelEn, int lines, int max, boolean required, String sample) {

    static final int LINES_MAX = 12;
    static final int CHARACTERS_MAX = 4_000;
}
