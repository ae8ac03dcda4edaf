package org.guitu.web.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A paper that was issued.
 *
 * @param number as it is written on it
 * @param organisation that issued it, by name
 * @param issuedOn the day it bears
 * @param issuedBy by name
 * @param voided whether, when and why it is void
 */
public record Paper(
        long id,
        long personId,
        PaperKind kind,
        String number,
        String title,
        String organisation,
        LocalDate issuedOn,
        Instant issuedAt,
        String issuedBy,
        Optional<Voided> voided) {

    /** That it is void, since when, by whom and why. */
    public record Voided(Instant at, String by, String reason) {}

    /** In what form it is kept. */
    public enum Format {
        PDF("application/pdf"),
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        String contentType() {
            return type;
        }

        String ending() {
            return this == PDF ? "pdf" : "docx";
        }
    }
}
