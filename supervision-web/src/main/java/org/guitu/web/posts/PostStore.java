package org.guitu.web.posts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of posts. Callers have checked that the member of staff is in the actor's subtree. */
public final class PostStore {

    private static final String SELECT = """
            select p.*, s.name as staff_name, coalesce(s.sex, '') as staff_sex, s.phone, s.user_name is not null as account,
                   o.name as organisation_name, b.name as recorded_by_name
              from supervision.staff_post p
              join supervision.staff s on s.staff_id = p.staff_id
              join supervision.organisation o on o.organisation_id = p.organisation_id
              left join supervision.staff b on b.staff_id = p.recorded_by
            """;

    private PostStore() {}

    /** Records a post; answers its id. */
    public static long insert(Handle handle, long staffId, PostDraft draft, long by) {
        long id = handle.createQuery("select nextval('supervision.staff_post_seq')")
                .mapTo(Long.class)
                .one();
        insert(handle, id, staffId, draft, by);
        return id;
    }

    private static void insert(Handle handle, long id, long staffId, PostDraft draft, long by) {
        handle.createUpdate("""
                        insert into supervision.staff_post
                               (post_id, staff_id, organisation_id, title, kind, first_day, last_day, recorded_by)
                        values (:id, :staff, :organisation, :title, :kind, :first, :last, :by)""")
                .bind("id", id)
                .bind("staff", staffId)
                .bind("organisation", draft.organisationId())
                .bind("title", draft.title())
                .bind("kind", draft.kind().name())
                .bind("first", draft.first())
                .bind("last", draft.last().orElse(null))
                .bind("by", by)
                .execute();
    }

    /** Replaces what stands of a post by another version. */
    static void replace(Handle handle, Post post, PostDraft draft, long by) {
        withdraw(handle, post.id(), by);
        insert(handle, post.id(), post.staffId(), draft, by);
    }

    /** Takes a post that was entered by mistake off the books. */
    static void withdraw(Handle handle, long postId, long by) {
        handle.createUpdate("update supervision.staff_post set superseded_at = now(), superseded_by = :by"
                        + " where post_id = :id and superseded_at is null")
                .bind("id", postId)
                .bind("by", by)
                .execute();
    }

    /** The standing posts of someone, the newest first. */
    static List<Post> ofStaff(Handle handle, long staffId) {
        return handle.createQuery(SELECT + """
                         where p.staff_id = :staff and p.superseded_at is null order by p.first_day desc, p.post_id desc""")
                .bind("staff", staffId)
                .map(PostStore::post)
                .list();
    }

    /** Who was in post in a subtree on a day, as the books said at an instant. */
    static List<Post> inPost(Handle handle, String scope, LocalDate day, Instant known) {
        return handle.createQuery(SELECT + """
                         where o.path like :scope || '%' and p.first_day <= :day and (p.last_day is null or p.last_day >= :day)
                           and p.recorded_at <= :known and (p.superseded_at is null or p.superseded_at > :known)
                         order by o.path, p.kind, s.name, p.post_id""")
                .bind("scope", scope)
                .bind("day", day)
                .bind("known", known)
                .map(PostStore::post)
                .list();
    }

    private static Post post(ResultSet row, StatementContext context) throws SQLException {
        return new Post(
                row.getLong("post_id"),
                row.getLong("staff_id"),
                row.getString("staff_name"),
                row.getString("staff_sex"),
                row.getString("phone"),
                row.getBoolean("account"),
                row.getLong("organisation_id"),
                row.getString("organisation_name"),
                row.getString("title"),
                PostKind.valueOf(row.getString("kind")),
                row.getObject("first_day", LocalDate.class),
                Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                row.getTimestamp("recorded_at").toInstant(),
                Optional.ofNullable(row.getString("recorded_by_name")).orElse(""));
    }
}
