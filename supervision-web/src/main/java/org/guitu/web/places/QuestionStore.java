package org.guitu.web.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.places.Question.About;
import org.guitu.web.tracks.Purpose;
import org.guitu.web.tracks.StatedPurpose;
import org.jdbi.v3.core.Handle;

/** The SQL of questions, of the people they are about, and of whom an answer has shown. */
final class QuestionStore {

    private QuestionStore() {}

    /** Someone a question is about. */
    record Subject(long id, String name, String caseNumber) {}

    static long insert(
            Handle handle, Staff staff, About about, StatedPurpose stated, QuestionFields.Period period, Instant now) {
        About.Near near = about instanceof About.Near place ? place : null;
        About.Meetings meetings = about instanceof About.Meetings pairs ? pairs : null;
        return handle.createUpdate("""
                        insert into supervision.place_question (staff_id, kind, purpose, reason, period_from, period_to, person_id,
                               organisation_id, latitude, longitude, radius_m, apart_m, lasts_min, asked_at)
                        values (:staff, :kind, :purpose, :reason, :from, :to, :person,
                               :organisation, :latitude, :longitude, :radius, :apart, :lasts, :now)""")
                .bind("staff", staff.id())
                .bind("kind", near != null ? "NEAR" : meetings != null ? "MEETINGS" : "HABITS")
                .bind("purpose", stated.purpose().name())
                .bind("reason", stated.reason())
                .bind("from", period.from())
                .bind("to", period.to())
                .bind("person", about instanceof About.Habits habits ? habits.personId() : null)
                .bind("organisation", organisation(about).orElse(null))
                .bind("latitude", near == null ? null : near.latitude())
                .bind("longitude", near == null ? null : near.longitude())
                .bind("radius", near == null ? null : near.radiusMeters())
                .bind("apart", meetings == null ? null : meetings.distanceMeters())
                .bind("lasts", meetings == null ? null : meetings.minutes())
                .bind("now", now)
                .executeAndReturnGeneratedKeys("question_id")
                .mapTo(Long.class)
                .one();
    }

    static Optional<Long> organisation(About about) {
        return switch (about) {
            case About.Habits habits -> Optional.empty();
            case About.Near near -> Optional.of(near.organisationId());
            case About.Meetings meetings -> Optional.of(meetings.organisationId());
        };
    }

    static Optional<Question> find(Handle handle, long questionId) {
        return handle.createQuery("select * from supervision.place_question where question_id = :id")
                .bind("id", questionId)
                .map((row, context) -> new Question(
                        row.getLong("question_id"),
                        row.getLong("staff_id"),
                        about(row),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getString("reason"),
                        row.getTimestamp("period_from").toInstant(),
                        row.getTimestamp("period_to").toInstant(),
                        row.getTimestamp("asked_at").toInstant()))
                .findOne();
    }

    private static About about(ResultSet row) throws SQLException {
        return switch (row.getString("kind")) {
            case "HABITS" -> new About.Habits(row.getLong("person_id"));
            case "NEAR" ->
                new About.Near(
                        row.getLong("organisation_id"),
                        row.getDouble("latitude"),
                        row.getDouble("longitude"),
                        row.getInt("radius_m"));
            case "MEETINGS" ->
                new About.Meetings(row.getLong("organisation_id"), row.getInt("apart_m"), row.getInt("lasts_min"));
            default -> throw new SQLException("no such kind of question: " + row.getString("kind"));
        };
    }

    /** The supervised people of an organisation and all below it, as responsible now, by name. Released people are never asked about,
     * minors only by those who may see their files. */
    static List<Subject> subjects(Handle handle, Staff asking, Organisation organisation) {
        return handle.createQuery("""
                        select p.person_id, p.name, p.case_number
                          from supervision.person p
                          join supervision.assignment a on a.person_id = p.person_id and a.superseded_at is null and a.valid_to is null
                          join supervision.organisation o on o.organisation_id = a.organisation_id
                          join supervision.person_state z on z.person_id = p.person_id and z.superseded_at is null and z.valid_to is null
                         where o.path like :path || '%' and (not p.minor or :minors)
                           and z.state in ('ACTIVE', 'ON_LEAVE', 'TRANSFERRING', 'OUT_OF_SUPERVISION', 'SUSPENDED_DETAINED')
                         order by p.sort_key, p.person_id""")
                .bind("path", organisation.path())
                .bind("minors", asking.may(Permission.VIEW_MINORS))
                .map((row, context) ->
                        new Subject(row.getLong("person_id"), row.getString("name"), row.getString("case_number")))
                .list();
    }

    /** Notes that an answer shows these people's positions; answers whom it had not shown before. */
    static List<Long> show(Handle handle, long questionId, Collection<Long> personIds) {
        return handle.createQuery("""
                        insert into supervision.place_question_shown (question_id, person_id)
                        select :question, unnest(:people) on conflict do nothing returning person_id""")
                .bind("question", questionId)
                .bindArray("people", Long.class, personIds)
                .mapTo(Long.class)
                .list();
    }
}
