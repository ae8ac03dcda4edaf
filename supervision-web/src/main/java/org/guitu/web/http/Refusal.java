package org.guitu.web.http;

/**
 * Ends the handling of a request with an error page or problem. What the reader sees is the text of the key; the log gets the status.
 */
public final class Refusal extends RuntimeException {

    private final int status;
    private final String key;
    private final transient Object[] arguments;

    /**
     * @param status an HTTP status, 400-599
     * @param key a message key; its text must not reveal what the reader may not know
     */
    public Refusal(int status, String key, Object... arguments) {
        super(status + " " + key, null, false, false);
        this.status = status;
        this.key = key;
        this.arguments = arguments;
    }

    /** There is no such thing, or the reader may not know that there is: the same words for both. */
    public static Refusal notFound() {
        return new Refusal(404, "ui.error.404");
    }

    /** The request itself makes no sense. */
    public static Refusal badRequest() {
        return new Refusal(400, "ui.error.400");
    }

    int status() {
        return status;
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments.clone();
    }
}
