package org.guitu.web.http;

import java.time.Duration;
import java.util.Set;

/** Our cookies: none readable by scripts, none sent by other sites, Secure wherever there is TLS. */
public final class Cookies {

    /** Holds the secret of the session. */
    public static final String SESSION = "guitu_session";

    /** Holds a random secret for those who are not signed in, so that the sign-in form has a CSRF token too. */
    static final String VISITOR = "guitu_visitor";

    /** Holds the language chosen before sign-in. */
    public static final String LANG = "guitu_lang";

    private static final Set<String> BEFORE_PASSWORD_CHANGE = Set.of("/password", "/sign-out", "/language");

    private Cookies() {}

    /** The value of a {@code Set-Cookie} header; an age of zero removes the cookie. */
    public static String set(String name, String value, Duration age, boolean secure) {
        return name + "=" + value + "; Path=/; Max-Age=" + age.toSeconds() + "; HttpOnly; SameSite=Strict"
                + (secure ? "; Secure" : "");
    }

    static boolean mayBeforePasswordChange(String path) {
        return BEFORE_PASSWORD_CHANGE.contains(path);
    }
}
