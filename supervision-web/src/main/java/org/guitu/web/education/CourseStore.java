package org.guitu.web.education;

import java.util.List;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;

/** The SQL of courses. One sees those of the own subtree and of the organisations above. */
final class CourseStore {

    private CourseStore() {}

    static List<Course> list(Handle handle, Staff reader) {
        return handle.createQuery("""
                        select c.*, o.name as organisation_name from supervision.course c
                          join supervision.organisation o on o.organisation_id = c.organisation_id
                         where c.retired_at is null and (o.path like :scope || '%' or :scope like o.path || '%')
                         order by c.subject, c.title, c.course_id limit 500""")
                .bind("scope", reader.scope())
                .map((row, context) -> new Course(
                        row.getLong("course_id"),
                        row.getLong("organisation_id"),
                        row.getString("organisation_name"),
                        row.getString("title"),
                        Subject.valueOf(row.getString("subject")),
                        row.getString("note")))
                .list();
    }

    static long insert(Handle handle, Staff staff, String title, Subject subject, String note) {
        return handle.createUpdate("""
                        insert into supervision.course (organisation_id, title, subject, note, recorded_by)
                        values (:organisation, :title, :subject, :note, :by)""")
                .bind("organisation", staff.organisation().id())
                .bind("title", title)
                .bind("subject", subject.name())
                .bind("note", note)
                .bind("by", staff.id())
                .executeAndReturnGeneratedKeys("course_id")
                .mapTo(Long.class)
                .one();
    }

    /** Offers no more sessions of it; false if it is not of the own subtree. */
    static boolean retire(Handle handle, Staff staff, long courseId) {
        return handle.createUpdate("""
                                update supervision.course c set retired_at = now(), retired_by = :by
                                  from supervision.organisation o
                                 where o.organisation_id = c.organisation_id and o.path like :scope || '%'
                                   and c.course_id = :course and c.retired_at is null""")
                        .bind("by", staff.id())
                        .bind("scope", staff.scope())
                        .bind("course", courseId)
                        .execute()
                > 0;
    }
}
