package org.guitu.web.access;

import java.util.Optional;

/** Who is behind a cookie or a token. */
public interface Sessions {

    /**
     * Someone who has proven who they are.
     *
     * @param mustChangePassword whether they signed in with a one-time password and may do nothing before they chose their own
     */
    record SignedIn(Staff staff, boolean mustChangePassword) {}

    /** The session of a browser's cookie, if it is known and not expired. */
    Optional<SignedIn> ofCookie(String secret);

    /** The member of staff an API token was made for, if it is known and not revoked. */
    Optional<SignedIn> ofToken(String secret);
}
