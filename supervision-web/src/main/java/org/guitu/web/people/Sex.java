package org.guitu.web.people;

/** As papers state it. */
public enum Sex {
    MALE,
    FEMALE
}
