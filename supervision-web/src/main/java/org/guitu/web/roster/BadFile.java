package org.guitu.web.roster;

/** A file that cannot be read at all. */
final class BadFile extends Exception {

    private final String key;

    /**
     * @param key the message that says why
     */
    BadFile(String key) {
        super(key, null, false, false);
        this.key = key;
    }

    String key() {
        return key;
    }
}
