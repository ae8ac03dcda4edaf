package org.guitu.web.zones;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.pipeline.PlaceGroups;
import org.guitu.ingest.review.Preview;
import org.guitu.ingest.review.Previews;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.TrackPoint;
import org.guitu.ingest.store.Tracks;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;

/**
 * Judges a zone over a person's stored past before it is ordered. That is a look at where the person was: it is recorded before anything is read, as
 * opening a track is. Thread-safe.
 */
public final class ZonePreviews {

    /** How far back it looks. */
    static final Duration STRETCH = Duration.ofDays(30);

    /** Of so many findings, the newest, the points are shown. */
    private static final int MAPPED_FINDINGS_MAX = 20;

    private static final int POINTS_MAX = 100;

    private final Database database;
    private final Previews previews;
    private final Tracks tracks;
    private final PlaceGroups groups = new PlaceGroups();
    private final Audit audit;
    private final InstantSource clock;

    public ZonePreviews(Database database, Audit audit, InstantSource clock) {
        this.database = database;
        this.previews = new Previews(database);
        this.tracks = new Tracks(database);
        this.audit = audit;
        this.clock = clock;
    }

    private record Question(Order order, ZoneHours hours) {}

    /** What the zone of a form would have raised in the last days, had it been in force throughout; the form must be good. */
    Outcome<ZonePreview> of(Staff staff, long personId, ZoneForm form) {
        Instant to = clock.instant();
        Instant from = to.minus(STRETCH);
        Outcome<Question> question = Outcome.of(() -> database.jdbi().inTransaction(handle -> {
            Person person = PersonStore.find(handle, staff, personId).orElseThrow(PeopleService::unknown);
            ZoneDraft draft = ZoneReading.read(handle, staff, person, form, to);
            audit.record(
                    handle,
                    staff.id(),
                    "zones.preview",
                    personId,
                    "",
                    Map.of("from", from.toString(), "to", to.toString()));
            return new Question(withPlaces(handle, draft.order()), draft.hours());
        }));
        return question.map(asked -> {
            Preview found = previews.of(personId, asked.order(), asked.hours().schedule(), from, to);
            return new ZonePreview(asked.order(), found, points(personId, found));
        });
    }

    /** The order as the judge would have it now. */
    private Order withPlaces(Handle handle, Order order) {
        if (!(order instanceof Order.KeepOut out && out.area() instanceof Area.Group group)) {
            return order;
        }
        List<PlaceGroups.Version> versions = groups.versions(handle, group.id());
        if (versions.isEmpty()) {
            throw new Refused(Problems.FORM, "zones.error.group");
        }
        return new Order.KeepOut(versions.getLast().area(), out.approachMeters());
    }

    private List<TrackPoint> points(long personId, Preview found) {
        List<Finding> all = found.findings();
        List<TrackPoint> points = new ArrayList<>();
        Instant last = Instant.MIN;
        for (Finding finding : all.subList(Math.max(0, all.size() - MAPPED_FINDINGS_MAX), all.size())) {
            Instant end = finding.end() == null ? found.to() : finding.end();
            for (TrackPoint point : tracks.track(personId, finding.start(), end.plusMillis(1), POINTS_MAX)) {
                // Findings may overlap; a track does not run back.
                if (point.fixTime().isAfter(last)) {
                    points.add(point);
                    last = point.fixTime();
                }
            }
        }
        return points;
    }
}
