package org.guitu.web.risk;

/**
 * What one term did to a score.
 *
 * @param sum the sum it belongs to, e.g. {@code static} or {@code points}
 * @param key the words of the term, under {@code risk.term.}
 * @param about which kind of a list it speaks of, empty otherwise
 * @param amount what it added; a proposed tier where the instrument takes the highest of several proposals
 */
public record Contribution(String sum, String key, String about, Value amount) {}
