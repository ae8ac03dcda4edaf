package org.guitu.web.places;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.OrganisationStore;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.guitu.web.places.Question.About;
import org.guitu.web.tracks.StatedPurpose;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Takes questions about places for a stated purpose. Nothing is read before the audit row is committed. */
public final class QuestionService {

    /** How many days of a person's places are looked at. */
    static final int HABIT_DAYS = 30;

    private static final double LATITUDE_MAX = 90;
    private static final double LONGITUDE_MAX = 180;

    private final Jdbi jdbi;
    private final OrganisationStore organisations;
    private final Audit audit;
    private final InstantSource clock;

    public QuestionService(Jdbi jdbi, OrganisationStore organisations, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks for a person's usual places of the last {@value #HABIT_DAYS} days; answers the question's id. */
    public Outcome<Long> habits(Staff staff, long personId, HabitsForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.find(handle, staff, personId).orElseThrow(PeopleService::unknown);
            if (!person.supervised()) {
                throw new Refused(Problems.FORM, "places.error.released");
            }
            Fields fields = new Fields();
            StatedPurpose stated = StatedPurpose.read(form.purpose(), form.reason(), fields);
            fields.refuseIfAny();
            Instant now = clock.instant();
            Instant from = LocalDate.ofInstant(now, person.zone())
                    .minusDays(HABIT_DAYS - 1)
                    .atStartOfDay(person.zone())
                    .toInstant();
            return ask(handle, staff, new About.Habits(personId), stated, new QuestionFields.Period(from, now));
        }));
    }

    /** Asks who was near a place; answers the question's id. */
    public Outcome<Long> near(Staff staff, NearForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Fields fields = new Fields();
            StatedPurpose stated = StatedPurpose.read(form.purpose(), form.reason(), fields);
            About about = new About.Near(
                    organisation(handle, staff, form.organisationId(), fields),
                    QuestionFields.degrees(fields, "latitude", form.latitude(), LATITUDE_MAX),
                    QuestionFields.degrees(fields, "longitude", form.longitude(), LONGITUDE_MAX),
                    fields.integer("radiusMeters", form.radiusMeters(), NearForm.RADIUS_MIN, NearForm.RADIUS_MAX));
            QuestionFields.Period period =
                    period(staff, fields, form.from(), form.to(), NearForm.PERIOD_MAX, "places.error.hours");
            fields.refuseIfAny();
            return ask(handle, staff, about, stated, period);
        }));
    }

    /** Asks who was together; answers the question's id. */
    public Outcome<Long> meetings(Staff staff, MeetingsForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Fields fields = new Fields();
            StatedPurpose stated = StatedPurpose.read(form.purpose(), form.reason(), fields);
            About about = new About.Meetings(
                    organisation(handle, staff, form.organisationId(), fields),
                    fields.integer(
                            "distanceMeters",
                            or(form.distanceMeters(), MeetingsForm.DISTANCE),
                            MeetingsForm.DISTANCE_MIN,
                            MeetingsForm.DISTANCE_MAX),
                    fields.integer(
                            "minutes",
                            or(form.minutes(), MeetingsForm.MINUTES),
                            MeetingsForm.MINUTES_MIN,
                            MeetingsForm.MINUTES_MAX));
            QuestionFields.Period period =
                    period(staff, fields, form.from(), form.to(), MeetingsForm.PERIOD_MAX, "tracks.error.too-long");
            fields.refuseIfAny();
            return ask(handle, staff, about, stated, period);
        }));
    }

    /** A question this reader asked not long ago. */
    public Optional<Question> find(Staff staff, long questionId) {
        return jdbi.withHandle(handle -> QuestionStore.find(handle, questionId))
                .filter(question -> question.staffId() == staff.id() && question.open(clock.instant()));
    }

    /** The organisation a question is about, if it still lies in the reader's subtree. */
    Optional<Organisation> organisation(Staff staff, Question question) {
        return jdbi.withHandle(handle -> QuestionStore.organisation(question.about())
                .flatMap(id -> organisations.find(handle, staff.scope(), id)));
    }

    /** Leaves word of each person whose positions an answer shows; once a question. To be called before they are shown. */
    void shown(Staff staff, Question question, Collection<Long> personIds) {
        jdbi.useTransaction(handle -> QuestionStore.show(handle, question.id(), personIds)
                .forEach(personId -> audit.record(
                        handle,
                        staff.id(),
                        action(question.about()) + "-shown",
                        personId,
                        question.purpose() + ": " + question.reason(),
                        detail(question.about(), question.from(), question.to(), question.id()))));
    }

    private long ask(Handle handle, Staff staff, About about, StatedPurpose stated, QuestionFields.Period period) {
        long id = QuestionStore.insert(handle, staff, about, stated, period, clock.instant());
        audit.record(
                handle,
                staff.id(),
                action(about),
                about instanceof About.Habits habits ? habits.personId() : null,
                stated.words(),
                detail(about, period.from(), period.to(), id));
        return id;
    }

    private static String action(About about) {
        return switch (about) {
            case About.Habits habits -> "places.habits";
            case About.Near near -> "places.near";
            case About.Meetings meetings -> "places.meetings";
        };
    }

    private static Map<String, Object> detail(About about, Instant from, Instant to, long questionId) {
        Map<String, Object> detail = new TreeMap<>();
        detail.put("from", from.toString());
        detail.put("to", to.toString());
        detail.put("question", questionId);
        QuestionStore.organisation(about).ifPresent(id -> detail.put("organisation", id));
        return detail;
    }

    private long organisation(Handle handle, Staff staff, String raw, Fields fields) {
        if (raw.isBlank()) {
            return staff.organisation().id();
        }
        Optional<Organisation> found = raw.strip().matches("\\d{1,18}")
                ? organisations.find(handle, staff.scope(), Long.parseLong(raw.strip()))
                : Optional.empty();
        if (found.isEmpty()) {
            fields.problem("organisationId", "ui.form.choose");
        }
        return found.map(Organisation::id).orElse(0L);
    }

    private QuestionFields.Period period(
            Staff staff, Fields fields, String from, String to, Duration longest, String tooLong) {
        return QuestionFields.period(fields, from, to, staff.organisation().zone(), clock.instant(), longest, tooLong);
    }

    private static String or(String raw, int otherwise) {
        return raw.isBlank() ? Integer.toString(otherwise) : raw;
    }
}
