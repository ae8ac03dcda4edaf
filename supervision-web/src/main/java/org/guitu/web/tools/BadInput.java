package org.guitu.web.tools;

/** One piece of input that cannot be used; the rest goes on. The message is a short English phrase. */
final class BadInput extends RuntimeException {
    BadInput(String message) {
        super(message, null, false, false);
    }
}
