package org.guitu.web.alerts;

import java.time.Instant;
import org.guitu.ingest.feed.Cursor;
import org.guitu.web.alerts.Handling.State;
import org.jspecify.annotations.Nullable;

/**
 * An alert that changed, as the stream tells of it.
 *
 * @param scope path of the organisation responsible
 * @param cursor where the change stands in the order of changes
 */
public record AlertChange(Told told, String scope, Cursor cursor) {

    /**
     * What goes over the wire: ids and states, no names; a page asks for the rest.
     *
     * @param ringsAt when it last had news worth a sound
     * @param personAlert the greatest severity of the person's open alerts
     */
    public record Told(
            long id,
            long personId,
            Severity severity,
            State state,
            @Nullable Instant ringsAt,
            @Nullable Severity personAlert) {}
}
