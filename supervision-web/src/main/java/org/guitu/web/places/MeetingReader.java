package org.guitu.web.places;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guitu.geofence.places.Meeting;
import org.guitu.geofence.places.MeetingSettings;
import org.guitu.geofence.places.Meetings;
import org.guitu.geofence.places.Way;
import org.guitu.ingest.pipeline.Fixes;
import org.guitu.ingest.store.PositionRow;
import org.guitu.ingest.store.Whereabouts;
import org.guitu.ingest.store.Whereabouts.Asked;
import org.guitu.ingest.store.Whereabouts.Pair;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Staff;
import org.guitu.web.places.QuestionStore.Subject;
import org.guitu.web.places.Together.Met;
import org.jdbi.v3.core.Jdbi;

/** Reads who was together: the database sieves the pairs that were in one spot in one half hour, their tracks are then compared. */
final class MeetingReader {

    static final int PAIRS_MAX = 300;

    /** A week of two hundred people who report every minute. */
    private static final int SIEVED_MAX = 2_000_000;

    private static final int ROWS_MAX = 500_000;

    /** Two positions near each other as far as their errors allow lie within four times the distance asked about; see MeetingSettings. */
    private static final int SPOT_TIMES = 5;

    private final Jdbi jdbi;
    private final Whereabouts whereabouts;

    MeetingReader(Jdbi jdbi, Whereabouts whereabouts) {
        this.jdbi = jdbi;
        this.whereabouts = whereabouts;
    }

    /** The answer; empty if there are too many points to look at. */
    Optional<Together> read(Staff asking, Question question, Question.About.Meetings about, Organisation organisation) {
        List<Subject> subjects = jdbi.withHandle(handle -> QuestionStore.subjects(handle, asking, organisation));
        MeetingSettings settings = MeetingSettings.of(about.distanceMeters(), Duration.ofMinutes(about.minutes()));
        Asked asked = new Asked(
                subjects.stream().map(Subject::id).toList(), question.from(), question.to(), settings.sigmaMaxMeters());
        Map<Long, Duration> gaps = whereabouts.gapAfter(asked);
        return whereabouts
                .sharingASpot(asked, SPOT_TIMES * settings.distanceMeters(), PAIRS_MAX, SIEVED_MAX)
                .map(pairs -> {
                    Ways ways = ways(pairs, asked, gaps, settings);
                    return new Together(
                            question,
                            about,
                            organisation,
                            met(pairs, ways.byId(), subjects, settings),
                            ways.cut() || pairs.size() == PAIRS_MAX,
                            Unseen.of(subjects, gaps.keySet(), whereabouts.watched(asked, gaps)));
                });
    }

    /**
     * Ways by person.
     *
     * @param cut whether some are missing because there were too many points
     */
    private record Ways(Map<Long, Way> byId, boolean cut) {}

    /** The ways of everyone in a pair, those of the first pairs first, as many as may be looked at. */
    private Ways ways(List<Pair> pairs, Asked asked, Map<Long, Duration> gaps, MeetingSettings settings) {
        Map<Long, Way> ways = new HashMap<>();
        int left = ROWS_MAX;
        for (long id : pairs.stream()
                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                .distinct()
                .toList()) {
            Optional<Map<Long, List<PositionRow>>> track = whereabouts.tracks(asked.about(List.of(id)), left);
            if (track.isEmpty()) {
                return new Ways(ways, true);
            }
            List<PositionRow> rows = track.get().getOrDefault(id, List.of());
            left -= rows.size();
            ways.put(
                    id,
                    Way.of(
                            rows.stream().map(Fixes::of).toList(),
                            gaps.getOrDefault(id, Whereabouts.GAP_UNPLANNED),
                            settings.sigmaMaxMeters()));
        }
        return new Ways(ways, false);
    }

    private static List<Met> met(
            List<Pair> pairs, Map<Long, Way> ways, List<Subject> subjects, MeetingSettings settings) {
        Map<Long, Subject> byId = subjects.stream().collect(Collectors.toMap(Subject::id, Function.identity()));
        List<Met> met = new ArrayList<>();
        for (Pair pair : pairs) {
            Subject one = byId.get(pair.one());
            Subject other = byId.get(pair.other());
            Way mine = ways.get(pair.one());
            Way theirs = ways.get(pair.other());
            if (one == null || other == null || mine == null || theirs == null) {
                continue;
            }
            for (Meeting meeting : Meetings.of(mine, theirs, settings)) {
                met.add(new Met(one, other, meeting));
            }
        }
        met.sort(Comparator.comparing((Met found) -> found.meeting().from()).reversed());
        return met;
    }
}
