package org.guitu.web.education;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Secrets;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Option;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.http.Form;
import org.guitu.web.people.ReleaseListener;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps courses and their sessions, and who is to come. Each method is one transaction. */
public final class SessionService implements ReleaseListener {

    static final int CANDIDATES_MAX = 500;

    private final Jdbi jdbi;
    private final Audit audit;
    private final InstantSource clock;

    public SessionService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    List<Course> courses(Staff reader) {
        return jdbi.withHandle(handle -> CourseStore.list(handle, reader));
    }

    /** Sessions of today and after, or of before. */
    List<Session> sessions(Staff reader, boolean coming, int limit) {
        Instant today = LocalDate.ofInstant(
                        clock.instant(), reader.organisation().zone())
                .atStartOfDay(reader.organisation().zone())
                .toInstant();
        return jdbi.withHandle(handle -> SessionStore.list(handle, reader, today, coming, limit));
    }

    Optional<Session> find(Staff reader, long sessionId) {
        return jdbi.withHandle(handle -> SessionStore.find(handle, reader, sessionId));
    }

    List<Attendee> attendees(Staff reader, long sessionId) {
        return jdbi.withHandle(handle -> SessionStore.attendees(handle, reader, sessionId));
    }

    List<Option> candidates(Staff reader, Session session) {
        return jdbi.withHandle(handle -> SessionStore.candidates(handle, reader, session, CANDIDATES_MAX));
    }

    /** Makes a course of the own organisation from {@code title}, {@code subject} and {@code note}; answers its id. */
    public Outcome<Long> addCourse(Staff staff, Form form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Fields fields = new Fields();
            String title = fields.text("title", form.text("title"), 80);
            Subject subject = fields.choice("subject", form.text("subject"), Subject.class);
            String note = fields.optionalText("note", form.text("note"), 500);
            fields.refuseIfAny();
            long id = CourseStore.insert(handle, staff, title, subject, note);
            audit.record(handle, staff.id(), "education.course", null, "", Map.of("course", id));
            return id;
        }));
    }

    public Outcome<Long> retireCourse(Staff staff, long courseId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            if (!CourseStore.retire(handle, staff, courseId)) {
                throw unknown();
            }
            audit.record(handle, staff.id(), "education.course-retire", null, "", Map.of("course", courseId));
            return courseId;
        }));
    }

    /** Makes a session of the own organisation; answers its id. See {@link SessionDraft} for the fields. */
    public Outcome<Long> add(Staff staff, Form form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Fields fields = new Fields();
            SessionDraft draft =
                    SessionDraft.read(staff, CourseStore.list(handle, staff), form, clock.instant(), fields);
            fields.refuseIfAny();
            byte[] secret = Secrets.sha256(Secrets.random());
            long id = SessionStore.insert(handle, staff, draft, secret);
            audit.record(handle, staff.id(), "education.session", null, "", Map.of("session", id));
            return id;
        }));
    }

    /** Plans people for a session: those with these ids, or all that may be. Answers how many there were. */
    public Outcome<Integer> plan(Staff staff, long sessionId, List<String> people, boolean all) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Session session = open(handle, staff, sessionId);
            List<Long> chosen = SessionStore.candidates(handle, staff, session, CANDIDATES_MAX).stream()
                    .map(Option::value)
                    .filter(id -> all || people.contains(id))
                    .map(Long::parseLong)
                    .toList();
            if (chosen.isEmpty()) {
                throw new Refused("person", "education.error.nobody");
            }
            chosen.forEach(id -> SessionStore.plan(handle, sessionId, id, staff.id()));
            audit.record(
                    handle,
                    staff.id(),
                    "education.plan",
                    null,
                    "",
                    Map.of("session", sessionId, "people", chosen.size()));
            return chosen.size();
        }));
    }

    /** Takes someone off the list. */
    public Outcome<Long> unplan(Staff staff, long sessionId, long personId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            open(handle, staff, sessionId);
            boolean visible = SessionStore.attendees(handle, staff, sessionId).stream()
                    .anyMatch(attendee -> attendee.personId() == personId);
            if (!visible || !SessionStore.unplan(handle, sessionId, personId, staff.id())) {
                throw new Refused(Problems.FORM, "education.error.noted");
            }
            audit.record(handle, staff.id(), "education.unplan", personId, "", Map.of("session", sessionId));
            return sessionId;
        }));
    }

    /** Calls a session of the own subtree off. */
    public Outcome<Long> cancel(Staff staff, long sessionId, String reason) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Session session = open(handle, staff, sessionId);
            Fields fields = new Fields();
            String why = fields.text("reason", reason, 500);
            if (!session.organisationPath().startsWith(staff.scope())) {
                fields.problem("reason", "education.error.holder");
            }
            if (session.present() > 0) {
                fields.problem("reason", "education.error.attended");
            }
            fields.refuseIfAny();
            SessionStore.cancel(handle, sessionId, clock.instant(), why, staff.id());
            audit.record(handle, staff.id(), "education.cancel", null, "", Map.of("session", sessionId));
            return sessionId;
        }));
    }

    @Override
    public void released(Handle handle, Staff by, long personId, Instant at) {
        SessionStore.unplanAll(handle, personId, at, by.id());
    }

    static Session open(Handle handle, Staff staff, long sessionId) {
        Session session = SessionStore.lock(handle, staff, sessionId).orElseThrow(SessionService::unknown);
        if (!session.open()) {
            throw new Refused(Problems.FORM, "education.error.closed");
        }
        return session;
    }

    static Refused unknown() {
        return new Refused(Problems.FORM, "education.error.unknown");
    }
}
