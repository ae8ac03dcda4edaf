package org.guitu.web.places;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guitu.geofence.places.Near;
import org.guitu.geofence.places.Nearness;
import org.guitu.geofence.places.Stretch;
import org.guitu.ingest.pipeline.Fixes;
import org.guitu.ingest.store.PositionRow;
import org.guitu.ingest.store.Whereabouts;
import org.guitu.ingest.store.Whereabouts.Asked;
import org.guitu.ingest.store.Whereabouts.Watched;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Staff;
import org.guitu.web.places.NearPeople.Found;
import org.guitu.web.places.NearPeople.Part;
import org.guitu.web.places.QuestionStore.Subject;
import org.jdbi.v3.core.Jdbi;

/** Reads who was near a place: the database says whose track came that way at all, the tracks of those are then judged. */
final class NearReader {

    /** Points of all those that came that way; ten hours of five hundred people who report every minute. */
    private static final int ROWS_MAX = 300_000;

    private static final Comparator<Found> SUREST = Comparator.comparing((Found found) -> !found.certain())
            .thenComparingDouble(found ->
                    found.near().nearest().map(Near.Sighting::distanceMeters).orElse(Double.MAX_VALUE));

    private final Jdbi jdbi;
    private final Whereabouts whereabouts;

    NearReader(Jdbi jdbi, Whereabouts whereabouts) {
        this.jdbi = jdbi;
        this.whereabouts = whereabouts;
    }

    /** The answer; empty if there are too many points to look at. */
    Optional<NearPeople> read(Staff asking, Question question, Question.About.Near place, Organisation organisation) {
        List<Subject> subjects = jdbi.withHandle(handle -> QuestionStore.subjects(handle, asking, organisation));
        Asked asked = new Asked(
                subjects.stream().map(Subject::id).toList(), question.from(), question.to(), Nearness.SIGMA_MAX_METERS);
        Map<Long, Duration> gaps = whereabouts.gapAfter(asked);
        Duration longest = gaps.values().stream().max(Comparator.naturalOrder()).orElse(Whereabouts.GAP_UNPLANNED);
        List<Long> candidates = whereabouts.near(
                asked.around(longest),
                place.latitude(),
                place.longitude(),
                place.radiusMeters() + Nearness.REACH_METERS);
        return whereabouts
                .tracks(asked.about(candidates).around(longest), ROWS_MAX)
                .map(tracks -> judge(question, place, tracks, gaps))
                .map(judged -> answer(question, place, organisation, subjects, judged, asked, gaps));
    }

    private static Map<Long, Near> judge(
            Question question,
            Question.About.Near place,
            Map<Long, List<PositionRow>> tracks,
            Map<Long, Duration> gaps) {
        Stretch asked = new Stretch(question.from(), question.to());
        Map<Long, Near> judged = new HashMap<>();
        tracks.forEach((id, rows) -> judged.put(
                id,
                Nearness.of(
                        place.latitude(),
                        place.longitude(),
                        place.radiusMeters(),
                        asked,
                        rows.stream().map(Fixes::of).toList(),
                        gaps.getOrDefault(id, Whereabouts.GAP_UNPLANNED))));
        return judged;
    }

    private NearPeople answer(
            Question question,
            Question.About.Near place,
            Organisation organisation,
            List<Subject> subjects,
            Map<Long, Near> judged,
            Asked asked,
            Map<Long, Duration> gaps) {
        List<Found> near = new ArrayList<>();
        for (Subject subject : subjects) {
            Near found = judged.get(subject.id());
            if (found != null
                    && (found.verdict() == Near.Verdict.CERTAIN || found.verdict() == Near.Verdict.POSSIBLE)) {
                near.add(new Found(subject, found));
            }
        }
        near.sort(SUREST);
        var shown = near.stream().map(found -> found.subject().id()).collect(Collectors.toSet());
        List<Subject> others = subjects.stream()
                .filter(subject -> !shown.contains(subject.id()))
                .toList();
        Map<Long, Watched> watched =
                whereabouts.watched(asked.about(others.stream().map(Subject::id).toList()), gaps);
        Unseen unseen = Unseen.of(others, gaps.keySet(), watched);
        List<Part> partly = partly(others, unseen, watched, question.length());
        int seen = others.size() - unseen.silent().size() - unseen.unmonitored().size();
        return new NearPeople(question, place, organisation, near, partly, unseen, seen - partly.size());
    }

    private static List<Part> partly(List<Subject> others, Unseen unseen, Map<Long, Watched> watched, Duration asked) {
        List<Part> partly = new ArrayList<>();
        for (Subject subject : others) {
            Watched known = watched.get(subject.id());
            if (known == null
                    || unseen.silent().contains(subject)
                    || unseen.unmonitored().contains(subject)) {
                continue;
            }
            Duration unobserved = asked.minus(known.observed());
            if (unobserved.compareTo(Duration.ofSeconds(1)) > 0) {
                partly.add(new Part(subject, unobserved));
            }
        }
        partly.sort(Comparator.comparing(Part::unobserved).reversed());
        return partly;
    }
}
