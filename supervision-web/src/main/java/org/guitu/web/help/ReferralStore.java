package org.guitu.web.help;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;

/** The SQL of referrals. */
final class ReferralStore {

    private static final String SELECT = """
            select r.*, p.name as person_name, p.case_number, o.name as organisation_name
              from supervision.referral r
              join supervision.person p on p.person_id = r.person_id
              join supervision.assignment a on a.person_id = p.person_id and a.superseded_at is null and a.valid_to is null
              join supervision.organisation o on o.organisation_id = a.organisation_id
            """;

    private ReferralStore() {}

    /** Those of a person, the newest first, with their steps. Scoping is done on the person. */
    static List<Referral> ofPerson(Handle handle, long personId) {
        return handle.createQuery(
                        SELECT + " where r.person_id = :person order by r.sent_on desc, r.referral_id desc limit 200")
                .bind("person", personId)
                .map((row, context) -> referral(row, steps(handle, row.getLong("referral_id"))))
                .list();
    }

    static Optional<Referral> find(Handle handle, long personId, long referralId) {
        return handle.createQuery(SELECT + " where r.person_id = :person and r.referral_id = :referral")
                .bind("person", personId)
                .bind("referral", referralId)
                .map((row, context) -> referral(row, steps(handle, referralId)))
                .findOne();
    }

    /** The register of a subtree: those that are open, the oldest first, or those that are over, the newest first. */
    static List<Referral> register(Handle handle, Staff reader, boolean open, int limit) {
        return handle.createQuery(SELECT
                        + " where o.path like :scope || '%' and (not p.minor or :minors) and (r.state in ('SENT', 'ACCEPTED', 'ANSWERED')) = :open"
                        + (open ? " order by r.sent_on, r.referral_id" : " order by r.sent_on desc, r.referral_id desc")
                        + " limit :limit")
                .bind("scope", reader.scope())
                .bind("minors", reader.may(Permission.VIEW_MINORS))
                .bind("open", open)
                .bind("limit", limit)
                .map((row, context) -> referral(row, List.of()))
                .list();
    }

    static long insert(
            Handle handle,
            long personId,
            Referral.Body body,
            String matter,
            String contact,
            LocalDate sentOn,
            long by) {
        return handle.createUpdate("""
                        insert into supervision.referral (person_id, body, matter, contact, sent_on, recorded_by)
                        values (:person, :body, :matter, :contact, :sent, :by)""")
                .bind("person", personId)
                .bind("body", body.name())
                .bind("matter", matter)
                .bind("contact", contact)
                .bind("sent", sentOn)
                .bind("by", by)
                .executeAndReturnGeneratedKeys("referral_id")
                .mapTo(Long.class)
                .one();
    }

    static void step(Handle handle, long referralId, ReferralState state, LocalDate day, String note, long by) {
        handle.createUpdate("update supervision.referral set state = :state where referral_id = :referral")
                .bind("state", state.name())
                .bind("referral", referralId)
                .execute();
        handle.createUpdate("""
                        insert into supervision.referral_step (referral_id, state, day, note, recorded_by)
                        values (:referral, :state, :day, :note, :by)""")
                .bind("referral", referralId)
                .bind("state", state.name())
                .bind("day", day)
                .bind("note", note)
                .bind("by", by)
                .execute();
    }

    private static List<Referral.Step> steps(Handle handle, long referralId) {
        return handle.createQuery("""
                        select t.*, s.name as staff_name from supervision.referral_step t
                          join supervision.staff s on s.staff_id = t.recorded_by
                         where t.referral_id = :referral order by t.step_id""")
                .bind("referral", referralId)
                .map((row, context) -> new Referral.Step(
                        ReferralState.valueOf(row.getString("state")),
                        row.getObject("day", LocalDate.class),
                        row.getString("note"),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("staff_name")))
                .list();
    }

    private static Referral referral(ResultSet row, List<Referral.Step> steps) throws SQLException {
        return new Referral(
                row.getLong("referral_id"),
                row.getLong("person_id"),
                row.getString("person_name"),
                row.getString("case_number"),
                row.getString("organisation_name"),
                Referral.Body.valueOf(row.getString("body")),
                row.getString("matter"),
                row.getString("contact"),
                row.getObject("sent_on", LocalDate.class),
                ReferralState.valueOf(row.getString("state")),
                steps);
    }
}
