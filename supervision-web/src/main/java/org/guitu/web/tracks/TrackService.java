package org.guitu.web.tracks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.ingest.store.TrackPoint;
import org.guitu.ingest.store.Tracks;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Refused;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.guitu.web.zones.Zone;
import org.guitu.web.zones.ZoneStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Opens tracks for a stated purpose. Nothing is read before the audit row is committed. */
public final class TrackService {

    /** A ten-day store of one point a minute and some more. */
    public static final int POINTS_MAX = 20_000;

    private static final Duration PERIOD_MAX = Duration.ofDays(31);

    private final Jdbi jdbi;
    private final Tracks tracks;
    private final Audit audit;
    private final InstantSource clock;

    public TrackService(Jdbi jdbi, Tracks tracks, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.tracks = tracks;
        this.audit = audit;
        this.clock = clock;
    }

    /** States the purpose and opens a period; answers the viewing's id. */
    public Outcome<Long> open(Staff staff, long personId, TrackForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.find(handle, staff, personId).orElseThrow(PeopleService::unknown);
            Fields fields = new Fields();
            StatedPurpose stated = StatedPurpose.read(form.purpose(), form.reason(), fields);
            Period period = period(form, person.zone(), fields);
            fields.refuseIfAny();
            long viewingId =
                    ViewingStore.insert(handle, staff, personId, stated, period.from(), period.to(), clock.instant());
            audit.record(
                    handle,
                    staff.id(),
                    "tracks.view",
                    personId,
                    stated.words(),
                    Map.of("from", period.from().toString(), "to", period.to().toString()));
            return viewingId;
        }));
    }

    /** A viewing this reader opened not long ago, of a person he or she may still see. */
    public Optional<Viewing> find(Staff staff, long personId, long viewingId) {
        return jdbi.withHandle(handle -> PersonStore.find(handle, staff, personId)
                .flatMap(person -> ViewingStore.find(handle, viewingId))
                .filter(viewing -> viewing.personId() == personId && viewing.staffId() == staff.id())
                .filter(viewing -> viewing.open(clock.instant())));
    }

    /** The track of a viewing that was found. */
    public Track read(Viewing viewing) {
        List<TrackPoint> stored = tracks.track(viewing.personId(), viewing.from(), viewing.to(), POINTS_MAX + 1);
        boolean cut = stored.size() > POINTS_MAX;
        return jdbi.withHandle(handle -> {
            Withheld withheld = Withheld.of(handle, viewing);
            List<TrackPoint> points = stored.stream()
                    .limit(POINTS_MAX)
                    .filter(point -> !withheld.holds(point))
                    .toList();
            List<Zone> zones = ZoneStore.ofPerson(handle, viewing.personId()).stream()
                    .filter(zone -> zone.validFrom().isBefore(viewing.to())
                            && zone.until().isAfter(viewing.from()))
                    .toList();
            return new Track(
                    viewing,
                    points,
                    cut,
                    zones,
                    ViewingStore.findings(handle, viewing),
                    ViewingStore.gapAfter(handle, viewing),
                    points.isEmpty() ? Optional.of(absence(handle, viewing, stored)) : Optional.empty());
        });
    }

    private static Track.Absence absence(Handle handle, Viewing viewing, List<TrackPoint> stored) {
        return stored.isEmpty() ? ViewingStore.absence(handle, viewing) : Track.Absence.NO_BASIS;
    }

    /** Leaves word that the track left the house as a file. */
    public void exported(Staff staff, Viewing viewing, String format) {
        jdbi.useTransaction(handle -> audit.record(
                handle,
                staff.id(),
                "tracks.export",
                viewing.personId(),
                viewing.purpose() + ": " + viewing.reason(),
                Map.of(
                        "format",
                        format,
                        "from",
                        viewing.from().toString(),
                        "to",
                        viewing.to().toString())));
    }

    private record Period(Instant from, Instant to) {}

    private Period period(TrackForm form, ZoneId zone, Fields fields) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        return switch (form.period()) {
            case "", "today" -> new Period(midnight(today, zone), midnight(today.plusDays(1), zone));
            case "yesterday" -> new Period(midnight(today.minusDays(1), zone), midnight(today, zone));
            case "day" -> new Period(now.minus(Duration.ofDays(1)), now);
            case "chosen" -> chosen(form, zone, now, fields);
            default -> throw new Refused("period", "ui.form.choose");
        };
    }

    private static Period chosen(TrackForm form, ZoneId zone, Instant now, Fields fields) {
        Optional<Instant> from = fields.optionalInstant("from", form.from(), zone);
        Optional<Instant> to = fields.optionalInstant("to", form.to(), zone);
        if (from.isEmpty()) {
            fields.problem("from", "ui.form.required");
        }
        if (to.isEmpty()) {
            fields.problem("to", "ui.form.required");
        }
        Period period = new Period(from.orElse(now), to.orElse(now));
        if (from.isPresent() && to.isPresent()) {
            if (!period.from().isBefore(period.to())) {
                fields.problem("to", "tracks.error.reversed");
            } else if (Duration.between(period.from(), period.to()).compareTo(PERIOD_MAX) > 0) {
                fields.problem("to", "tracks.error.too-long", PERIOD_MAX.toDays());
            }
        }
        return period;
    }

    private static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
