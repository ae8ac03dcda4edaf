package org.guitu.web.live;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.guitu.ingest.feed.Cursor;
import org.guitu.ingest.feed.Feed;
import org.guitu.ingest.feed.Page;
import org.guitu.ingest.feed.StatusRow;
import org.guitu.web.alerts.AlertChange;
import org.guitu.web.alerts.AlertChanges;
import org.guitu.web.alerts.AlertOpener;
import org.guitu.web.http.Json;
import org.guitu.web.live.LiveEvent.Kind;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Woken whenever there may be something new: lets the opener turn findings into alerts, then tells the hub of alerts and positions that
 * changed. Reads from cursors that begin at "now" when the server starts; a page that was away longer loads everything anew. One wake
 * runs at a time.
 */
public final class LiveFeed {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final int BATCH_MAX = 1_000;
    private static final int LOOKS_MAX = 10;
    private static final long LOOK_NANOS = 20_000_000;

    private final Jdbi jdbi;
    private final Feed feed;
    private final AlertOpener opener;
    private final Positions positions;
    private final LiveHub hub;
    private @Nullable Cursor alertsSeen;
    private @Nullable Cursor statusesSeen;

    public LiveFeed(Jdbi jdbi, Feed feed, AlertOpener opener, Positions positions, LiveHub hub) {
        this.jdbi = jdbi;
        this.feed = feed;
        this.opener = opener;
        this.positions = positions;
        this.hub = hub;
    }

    /**
     * Reads all there is. @return whether anything was published
     *
     * @throws RuntimeException if the database is away; nothing is lost, the next wake reads it
     */
    public synchronized boolean wake() {
        if (alertsSeen == null || statusesSeen == null) {
            alertsSeen = jdbi.withHandle(AlertChanges::latest);
            statusesSeen = feed.latest();
        }
        int opened = opener.catchUp();
        int alerts = alerts(alertsSeen);
        // What was just written is hidden while any older transaction is open: a matter of milliseconds, not worth the
        // next wake.
        for (int look = 0; opened > 0 && alerts == 0 && look < LOOKS_MAX; look++) {
            LockSupport.parkNanos(LOOK_NANOS);
            alerts = alerts(alertsSeen);
        }
        int moved = statuses(statusesSeen);
        if (opened > 0) {
            LOG.debug("read {} findings, told of {} alerts", opened, alerts);
        }
        return alerts + moved > 0;
    }

    private int alerts(Cursor from) {
        int told = 0;
        Cursor seen = from;
        for (int read = BATCH_MAX; read == BATCH_MAX; ) {
            Cursor after = seen;
            List<AlertChange> changes = jdbi.withHandle(handle -> AlertChanges.after(handle, after, BATCH_MAX));
            for (AlertChange change : changes) {
                hub.publish(Kind.ALERT, change.scope(), Json.write(change.told()));
                seen = change.cursor();
            }
            read = changes.size();
            told += read;
        }
        alertsSeen = seen;
        return told;
    }

    private int statuses(Cursor from) {
        int told = 0;
        Cursor seen = from;
        for (int read = BATCH_MAX; read == BATCH_MAX; ) {
            Page<StatusRow> page = feed.statusesAfter(seen, BATCH_MAX);
            Set<Long> people = page.items().stream()
                    .filter(row -> row.subjectId().isPresent())
                    .map(row -> row.subjectId().getAsLong())
                    .collect(Collectors.toSet());
            if (!people.isEmpty()) {
                List<Positions.Scoped> moved = jdbi.withHandle(handle -> positions.ofPeople(handle, people));
                moved.forEach(one -> hub.publish(Kind.POSITION, one.scope(), one.minor(), Json.write(one.position())));
                told += moved.size();
            }
            seen = page.next();
            read = page.items().size();
        }
        statusesSeen = seen;
        return told;
    }

    /** What a page needs to know of the server. */
    static String status(boolean storing) {
        return Json.write(Map.of("storing", storing));
    }
}
