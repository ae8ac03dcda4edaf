package org.guitu.protocols;

/**
 * What a decoder may need to know of the connection. Deliberately small: identity stands in every frame of most formats.
 *
 * @param boundDeviceId the identity the session is bound to, or {@code ""} before any frame has named one
 */
public record SessionFacts(String boundDeviceId) {

    /** A connection that has said nothing yet. */
    public static SessionFacts fresh() {
        return new SessionFacts("");
    }
}
