package org.guitu.web.places;

import java.util.Optional;
import org.guitu.ingest.store.Whereabouts;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Staff;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Jdbi;

/** Answers questions that were asked: empty where there are more points than one answer may look at. Thread-safe. */
public final class PlaceReader {

    private final HabitReader habits;
    private final NearReader near;
    private final MeetingReader meetings;

    public PlaceReader(Jdbi jdbi, Whereabouts whereabouts) {
        habits = new HabitReader(jdbi, whereabouts);
        near = new NearReader(jdbi, whereabouts);
        meetings = new MeetingReader(jdbi, whereabouts);
    }

    Optional<Habits> habits(Question question, Person person) {
        return habits.read(question, person);
    }

    Optional<NearPeople> near(Staff asking, Question question, Question.About.Near about, Organisation organisation) {
        return near.read(asking, question, about, organisation);
    }

    Optional<Together> meetings(
            Staff asking, Question question, Question.About.Meetings about, Organisation organisation) {
        return meetings.read(asking, question, about, organisation);
    }
}
