package org.guitu.web.http;

/**
 * What the error page shows.
 *
 * @param status the HTTP status
 * @param explanation what went wrong, in the reader's language
 */
public record ErrorView(int status, String explanation) {

    /** The message key of the heading. */
    public String titleKey() {
        return "ui.status." + StatusGroup.of(status);
    }
}
