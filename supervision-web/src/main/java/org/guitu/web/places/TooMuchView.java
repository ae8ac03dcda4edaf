package org.guitu.web.places;

/**
 * There were more points than one answer may look at.
 *
 * @param back where one may ask for less
 */
public record TooMuchView(String back) {}
