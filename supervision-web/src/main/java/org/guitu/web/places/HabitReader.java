package org.guitu.web.places;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.places.HabitSettings;
import org.guitu.geofence.places.Patterns;
import org.guitu.geofence.places.Stop;
import org.guitu.geofence.places.StopSettings;
import org.guitu.geofence.places.Stops;
import org.guitu.geofence.places.Stretch;
import org.guitu.geofence.places.Stretches;
import org.guitu.geofence.places.UsualPlaces;
import org.guitu.geofence.track.Fix;
import org.guitu.ingest.pipeline.Fixes;
import org.guitu.ingest.store.Whereabouts;
import org.guitu.web.people.Person;
import org.guitu.web.zones.Zone;
import org.guitu.web.zones.ZoneStore;
import org.jdbi.v3.core.Jdbi;

/** Reads a person's habits from the stored track. */
final class HabitReader {

    /** Thirty days of a point every ten seconds, and some more. */
    private static final int ROWS_MAX = 300_000;

    private final Jdbi jdbi;
    private final Whereabouts whereabouts;

    HabitReader(Jdbi jdbi, Whereabouts whereabouts) {
        this.jdbi = jdbi;
        this.whereabouts = whereabouts;
    }

    /** The answer; empty if there are too many points to look at. */
    Optional<Habits> read(Question question, Person person) {
        StopSettings rough = StopSettings.of(Whereabouts.GAP_UNPLANNED);
        var asked = new Whereabouts.Asked(List.of(person.id()), question.from(), question.to(), rough.sigmaMaxMeters());
        Duration gapAfter = whereabouts.gapAfter(asked).getOrDefault(person.id(), Whereabouts.GAP_UNPLANNED);
        List<Zone> zones = jdbi.withHandle(handle -> ZoneStore.ofPerson(handle, person.id())).stream()
                .filter(zone ->
                        zone.validFrom().isBefore(question.to()) && zone.until().isAfter(question.from()))
                .toList();
        return whereabouts
                .tracks(asked, ROWS_MAX)
                .map(tracks -> tracks.getOrDefault(person.id(), List.of()).stream()
                        .map(Fixes::of)
                        .toList())
                .map(fixes -> habits(question, person, fixes, StopSettings.of(gapAfter), zones));
    }

    private static Habits habits(
            Question question, Person person, List<Fix> fixes, StopSettings settings, List<Zone> zones) {
        List<Stop> stops = Stops.of(fixes, settings);
        List<Stretch> observed = Stretches.observed(fixes, settings);
        HabitSettings habits = HabitSettings.defaults();
        LocalDate first = LocalDate.ofInstant(question.from(), person.zone());
        return new Habits(
                question,
                UsualPlaces.of(stops, observed, person.zone(), habits),
                Patterns.of(stops, observed, first, question.to(), person.zone(), habits),
                zones);
    }
}
