package org.guitu.web.live;

/**
 * One thing that changed.
 *
 * @param id greater than that of every event before it
 * @param kind what sort of thing
 * @param personId whom it concerns, for the filter; {@link #EVERYBODY} for what every officer may know
 * @param data a JSON object in one line
 */
public record LiveEvent(long id, Kind kind, long personId, String data) {

    public static final long EVERYBODY = 0;

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

    /** The event as it goes over the wire (WHATWG HTML §9.2, "Server-sent events"). */
    public String wire() {
        return "id: " + id + "\nevent: " + kind.word() + "\ndata: " + data + "\n\n";
    }
}
