package org.guitu.web.papers;

/**
 * A fact that templates may name.
 *
 * @param name e.g. {@code person.name}
 * @param labelKey the message key of what it is called
 * @param sample what stands for it where a template is looked at without a person
 */
public record FactName(String name, String labelKey, String sample) {}
