package org.guitu.web.signin;

import org.guitu.web.http.Form;

/**
 * The page to change one's password.
 *
 * @param first whether the present one is a one-time password
 */
public record PasswordView(Form form, boolean first) {}
