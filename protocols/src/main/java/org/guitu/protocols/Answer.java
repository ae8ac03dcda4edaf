package org.guitu.protocols;

/** What the platform has to say to one message; the protocol turns it into its own reply. */
public sealed interface Answer {

    /** Everything in the message is durable (or there was nothing to keep). */
    record Stored() implements Answer {}

    /**
     * A registration is accepted.
     *
     * @param authCode the code the terminal must authenticate with, ASCII, at most 64 characters
     */
    record Registered(String authCode) implements Answer {}

    /** The message is refused and nothing of it was kept but its header. */
    record Refused(Reason reason) implements Answer {}

    /** Why a message is refused. */
    enum Reason {
        /** No such device is on the books. */
        UNKNOWN_DEVICE,
        /** The device is known, the session is not authenticated or the code is wrong. */
        NOT_AUTHENTICATED,
        /** The frame was whole but its body is not what its message id promises. */
        MESSAGE_ERROR,
        /** The message id is not one this platform handles. */
        UNSUPPORTED
    }
}
