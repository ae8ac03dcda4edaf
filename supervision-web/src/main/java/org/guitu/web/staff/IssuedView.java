package org.guitu.web.staff;

/**
 * The one showing of a one-time password.
 *
 * @param until when it ends, in the reader's time
 */
public record IssuedView(String userName, String password, String until) {}
