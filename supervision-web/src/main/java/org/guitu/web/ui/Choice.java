package org.guitu.web.ui;

/**
 * One option of a list to choose from.
 *
 * @param value what the form sends
 * @param text finished words
 * @param chosen whether it is the present one
 */
public record Choice(String value, String text, boolean chosen) {}
