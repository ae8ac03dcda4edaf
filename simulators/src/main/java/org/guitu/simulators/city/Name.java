package org.guitu.simulators.city;

/**
 * An invented name in both languages.
 *
 * @param zh Chinese
 * @param en English or pinyin
 */
public record Name(String zh, String en) {}
