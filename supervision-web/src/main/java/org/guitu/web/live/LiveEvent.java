package org.guitu.web.live;

/**
 * One thing that changed.
 *
 * @param id greater than that of every event before it
 * @param kind what sort of thing
 * @param scope path of the organisation responsible for whom it concerns; {@link #EVERYBODY} for what every officer may know
 * @param minor whether it tells where a minor is
 * @param data a JSON object in one line
 */
public record LiveEvent(long id, Kind kind, String scope, boolean minor, String data) {

    public static final String EVERYBODY = "";

    /** The kinds of the stream; the word is its event name. */
    public enum Kind {
        ALERT("alert"),
        POSITION("position"),
        STATUS("status");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Whether a reader of this subtree may see it who may see minors' files. */
    public boolean seenFrom(String readerScope) {
        return scope.equals(EVERYBODY) || scope.startsWith(readerScope);
    }

    /** Whether a reader of this subtree may see it. */
    boolean seenFrom(String readerScope, boolean minors) {
        return seenFrom(readerScope) && (minors || !minor);
    }
}
