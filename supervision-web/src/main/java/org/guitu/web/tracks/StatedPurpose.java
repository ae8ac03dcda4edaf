package org.guitu.web.tracks;

import org.guitu.web.form.Fields;

/**
 * Why somebody looks at where a person was, as stated before anything is read.
 *
 * @param reason in the reader's own words
 */
public record StatedPurpose(Purpose purpose, String reason) {

    private static final int REASON_MIN = 2;
    private static final int REASON_MAX = 300;

    /** Reads {@code purpose} and {@code reason}; both must be given. Problems gather in {@code fields}. */
    public static StatedPurpose read(String purpose, String reason, Fields fields) {
        if (purpose.isBlank()) {
            fields.problem("purpose", "tracks.error.no-purpose");
        }
        Purpose stated =
                fields.optionalChoice("purpose", purpose, Purpose.class).orElse(Purpose.OTHER);
        String words = fields.optionalText("reason", reason, REASON_MAX);
        if (words.length() < REASON_MIN) {
            fields.problem("reason", "tracks.error.no-reason");
        }
        return new StatedPurpose(stated, words);
    }

    /** Both as the audit keeps them. */
    public String words() {
        return purpose + ": " + reason;
    }
}
