package org.guitu.web.lifecycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.people.Sex;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of correction teams. */
final class TeamStore {

    private TeamStore() {}

    /** All members of the case that stands, those who left last. */
    static List<TeamMember> list(Handle handle, long personId) {
        return handle.createQuery("""
                        select * from supervision.team_member where person_id = :person and case_id = supervision.case_of(:person)
                         order by left_on is not null, joined_on, member_id""")
                .bind("person", personId)
                .map(TeamStore::member)
                .list();
    }

    static long insert(
            Handle handle,
            long personId,
            String name,
            Sex sex,
            TeamMember.Kind kind,
            String phone,
            LocalDate joinedOn,
            long by) {
        return handle.createUpdate("""
                        insert into supervision.team_member (person_id, case_id, name, sex, kind, phone, joined_on, recorded_by)
                        values (:person, supervision.case_of(:person), :name, :sex, :kind, :phone, :joined, :by)""")
                .bind("person", personId)
                .bind("name", name)
                .bind("sex", sex.name())
                .bind("kind", kind.name())
                .bind("phone", phone)
                .bind("joined", joinedOn)
                .bind("by", by)
                .executeAndReturnGeneratedKeys("member_id")
                .mapTo(Long.class)
                .one();
    }

    static boolean sign(Handle handle, long personId, long memberId, LocalDate day) {
        return set(handle, personId, memberId, "signed_on", day);
    }

    static boolean leave(Handle handle, long personId, long memberId, LocalDate day) {
        return set(handle, personId, memberId, "left_on", day);
    }

    /** The column is a constant of this class, never input. */
    private static boolean set(Handle handle, long personId, long memberId, String column, LocalDate day) {
        return handle.createUpdate("update supervision.team_member set " + column + " = :day where person_id = :person"
                                + " and member_id = :member and " + column + " is null and joined_on <= :day")
                        .bind("day", day)
                        .bind("person", personId)
                        .bind("member", memberId)
                        .execute()
                > 0;
    }

    private static TeamMember member(ResultSet row, StatementContext context) throws SQLException {
        return new TeamMember(
                row.getLong("member_id"),
                row.getString("name"),
                Sex.valueOf(row.getString("sex")),
                TeamMember.Kind.valueOf(row.getString("kind")),
                row.getString("phone"),
                row.getObject("joined_on", LocalDate.class),
                Optional.ofNullable(row.getObject("left_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("signed_on", LocalDate.class)));
    }
}
