package org.guitu.web.access;

/** For whom a member of staff stands in. */
public record Principal(long id, String name) {}
