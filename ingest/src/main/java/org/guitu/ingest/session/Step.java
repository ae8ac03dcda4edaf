package org.guitu.ingest.session;

/** What a message does to its session. */
public sealed interface Step {

    /** The terminal asks to be registered. */
    record Register() implements Step {}

    /** The terminal shows the code it was given. */
    record Authenticate(String code) implements Step {}

    /** Everything that only an authenticated terminal may say. */
    record Ordinary() implements Step {}

    /** A piece of a longer message; only an authenticated terminal may send it. */
    record Piece() implements Step {}

    /** The terminal leaves in good order. */
    record Leave() implements Step {}
}
