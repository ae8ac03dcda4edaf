package org.guitu.web.places;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.places.Departure;
import org.guitu.geofence.places.Meeting;
import org.guitu.geofence.places.Near;
import org.guitu.geofence.places.Stop;
import org.guitu.geofence.places.Stretch;
import org.guitu.geofence.places.TypicalHours;
import org.guitu.geofence.places.UsualPlace;
import org.guitu.web.places.QuestionStore.Subject;

/** Answers as JSON. Pure. */
final class PlaceJson {

    private PlaceJson() {}

    record PersonJson(long personId, String name, String caseNumber) {
        static PersonJson of(Subject subject) {
            return new PersonJson(subject.id(), subject.name(), subject.caseNumber());
        }

        static List<PersonJson> of(List<Subject> subjects) {
            return subjects.stream().map(PersonJson::of).toList();
        }
    }

    record HoursJson(List<DayOfWeek> days, int fromHour, int toHour) {
        static HoursJson of(TypicalHours hours) {
            return new HoursJson(hours.days().stream().sorted().toList(), hours.fromHour(), hours.toHour());
        }
    }

    record PlaceOfHabit(
            double latitude,
            double longitude,
            double radiusMeters,
            int visits,
            int days,
            long observedSeconds,
            Instant firstSeen,
            Instant lastSeen,
            List<HoursJson> typicalHours) {
        static PlaceOfHabit of(UsualPlace place) {
            return new PlaceOfHabit(
                    place.latitude(),
                    place.longitude(),
                    place.radiusMeters(),
                    place.visits(),
                    place.days(),
                    place.observed().toSeconds(),
                    place.firstSeen(),
                    place.lastSeen(),
                    place.typical().stream().map(HoursJson::of).toList());
        }
    }

    record StopJson(
            double latitude, double longitude, double errorMeters, Instant from, Instant to, long observedSeconds) {
        static StopJson of(Stop stop) {
            return new StopJson(
                    stop.latitude(),
                    stop.longitude(),
                    stop.errorMeters(),
                    stop.from(),
                    stop.to(),
                    stop.observed().toSeconds());
        }
    }

    record DepartureJson(
            LocalDate day,
            String kind,
            Optional<StopJson> stop,
            Optional<PlaceOfHabit> usual,
            List<Stretch> hours,
            Optional<Long> elsewhereSeconds) {
        static DepartureJson of(Departure departure) {
            String kind = DepartureWords.code(departure);
            return switch (departure) {
                case Departure.UsualStopMissing(var day, var place, var hours, var elsewhere) ->
                    new DepartureJson(
                            day,
                            kind,
                            Optional.empty(),
                            Optional.of(PlaceOfHabit.of(place)),
                            hours,
                            Optional.of(elsewhere.toSeconds()));
                case Departure.NewPlace(var day, var stop) ->
                    new DepartureJson(
                            day, kind, Optional.of(StopJson.of(stop)), Optional.empty(), List.of(), Optional.empty());
                case Departure.NightElsewhere(var day, var stop, var usual) ->
                    new DepartureJson(
                            day,
                            kind,
                            Optional.of(StopJson.of(stop)),
                            Optional.of(PlaceOfHabit.of(usual)),
                            List.of(),
                            Optional.empty());
            };
        }
    }

    record DayJson(LocalDate date, long observedSeconds, long unobservedSeconds, boolean judged) {}

    record HabitsJson(
            Instant from, Instant to, List<PlaceOfHabit> items, List<DepartureJson> departures, List<DayJson> days) {}

    static Object of(Habits habits) {
        return new HabitsJson(
                habits.question().from(),
                habits.question().to(),
                habits.places().stream().map(PlaceOfHabit::of).toList(),
                habits.report().departures().stream().map(DepartureJson::of).toList(),
                habits.report().days().stream()
                        .map(day -> new DayJson(
                                day.date(),
                                day.observed().toSeconds(),
                                day.unobserved().toSeconds(),
                                day.judged()))
                        .toList());
    }

    record NearJson(
            PersonJson person,
            Near.Verdict verdict,
            Optional<Near.Sighting> nearest,
            List<Near.Sighting> sightings,
            Optional<Stretch> passed,
            long observedSeconds,
            long unobservedSeconds) {
        static NearJson of(NearPeople.Found found) {
            Near near = found.near();
            return new NearJson(
                    PersonJson.of(found.subject()),
                    near.verdict(),
                    near.nearest(),
                    near.sightings(),
                    near.passed(),
                    near.observed().toSeconds(),
                    near.unobserved().toSeconds());
        }
    }

    record PartJson(PersonJson person, long unobservedSeconds) {}

    record NearAnswer(
            Instant from,
            Instant to,
            List<NearJson> items,
            List<PartJson> elsewhereInPart,
            List<PersonJson> withoutReports,
            List<PersonJson> notMonitored,
            int elsewhere) {}

    static Object of(NearPeople people) {
        return new NearAnswer(
                people.question().from(),
                people.question().to(),
                people.near().stream().map(NearJson::of).toList(),
                people.partly().stream()
                        .map(part -> new PartJson(
                                PersonJson.of(part.subject()), part.unobserved().toSeconds()))
                        .toList(),
                PersonJson.of(people.unseen().silent()),
                PersonJson.of(people.unseen().unmonitored()),
                people.elsewhere());
    }

    record MeetingJson(
            List<PersonJson> people,
            Instant from,
            Instant to,
            long seconds,
            double apartMeters,
            double errorMeters,
            double latitude,
            double longitude,
            boolean certain) {
        static MeetingJson of(Together.Met met) {
            Meeting meeting = met.meeting();
            return new MeetingJson(
                    List.of(PersonJson.of(met.one()), PersonJson.of(met.other())),
                    meeting.from(),
                    meeting.to(),
                    Duration.between(meeting.from(), meeting.to()).toSeconds(),
                    meeting.apartMeters(),
                    meeting.errorMeters(),
                    meeting.latitude(),
                    meeting.longitude(),
                    meeting.certain());
        }
    }

    record MeetingsJson(
            Instant from,
            Instant to,
            List<MeetingJson> items,
            boolean cut,
            List<PersonJson> withoutReports,
            List<PersonJson> notMonitored) {}

    static Object of(Together together) {
        return new MeetingsJson(
                together.question().from(),
                together.question().to(),
                together.met().stream().map(MeetingJson::of).toList(),
                together.cut(),
                PersonJson.of(together.unseen().silent()),
                PersonJson.of(together.unseen().unmonitored()));
    }
}
