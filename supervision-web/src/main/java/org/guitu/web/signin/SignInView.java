package org.guitu.web.signin;

/**
 * The sign-in page.
 *
 * @param user as typed
 * @param next where to go afterwards, or {@code ""}
 * @param fault why it did not work, or {@code ""}
 */
public record SignInView(String user, String next, String fault) {}
