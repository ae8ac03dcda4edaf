package org.guitu.web.household;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps photographs of people. Each method is one transaction. */
public final class PhotoService {

    /** A photograph that stands, without its content. */
    public record Photo(long id, int width, int height, Instant recordedAt, String recordedBy) {}

    private final Jdbi jdbi;
    private final Audit audit;
    private final CaseLog log = new CaseLog();
    private final InstantSource clock;

    public PhotoService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that stand, the newest first, of a person the reader may see. */
    List<Photo> list(Staff reader, long personId) {
        return jdbi.withHandle(handle -> PersonStore.find(handle, reader, personId)
                .map(person -> handle.createQuery("""
                                select p.photo_id, p.width, p.height, p.recorded_at, s.name from supervision.person_photo p
                                  join supervision.staff s on s.staff_id = p.recorded_by
                                 where p.person_id = :person and p.withdrawn_at is null order by p.photo_id desc""")
                        .bind("person", personId)
                        .map((row, context) -> new Photo(
                                row.getLong("photo_id"),
                                row.getInt("width"),
                                row.getInt("height"),
                                row.getTimestamp("recorded_at").toInstant(),
                                row.getString("name")))
                        .list())
                .orElse(List.of()));
    }

    /** The JPEG of one that stands, for a reader who may see the person. */
    Optional<byte[]> content(Staff reader, long personId, long photoId) {
        return jdbi.withHandle(handle -> PersonStore.find(handle, reader, personId)
                .flatMap(person -> handle.createQuery("""
                                select content from supervision.person_photo
                                 where person_id = :person and photo_id = :photo and withdrawn_at is null""")
                        .bind("person", personId)
                        .bind("photo", photoId)
                        .mapTo(byte[].class)
                        .findOne()));
    }

    Outcome<Long> add(Staff staff, long personId, byte[] file) {
        return Outcome.of(() -> {
            Fields fields = new Fields();
            Optional<Picture> picture = Picture.of(file);
            if (picture.isEmpty()) {
                fields.problem("photo", "household.error.photo");
            }
            fields.refuseIfAny();
            return jdbi.inTransaction(handle -> {
                lock(handle, staff, personId);
                long id = handle.createUpdate("""
                                insert into supervision.person_photo (person_id, content, width, height, recorded_by)
                                values (:person, :content, :width, :height, :by)""")
                        .bind("person", personId)
                        .bind("content", picture.orElseThrow().jpeg())
                        .bind("width", picture.get().width())
                        .bind("height", picture.get().height())
                        .bind("by", staff.id())
                        .executeAndReturnGeneratedKeys("photo_id")
                        .mapTo(Long.class)
                        .one();
                audit.record(handle, staff.id(), "household.photo", personId, "", Map.of("photo", id));
                log.record(handle, staff.id(), personId, clock.instant(), CaseEntry.of("household.log.photo"));
                return id;
            });
        });
    }

    /** Takes a photograph off the file, e.g. of someone else; the row stays. */
    Outcome<Long> withdraw(Staff staff, long personId, long photoId, String reason) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            lock(handle, staff, personId);
            Fields fields = new Fields();
            String words = fields.text("reason", reason, 300);
            fields.refuseIfAny();
            int withdrawn = handle.createUpdate("""
                            update supervision.person_photo set withdrawn_at = now(), withdrawn_by = :by, withdraw_reason = :reason
                             where person_id = :person and photo_id = :photo and withdrawn_at is null""")
                    .bind("by", staff.id())
                    .bind("reason", words)
                    .bind("person", personId)
                    .bind("photo", photoId)
                    .execute();
            if (withdrawn == 0) {
                throw new Refused(Problems.FORM, "household.error.unknown");
            }
            audit.record(handle, staff.id(), "household.photo-withdrawn", personId, "", Map.of("photo", photoId));
            log.record(
                    handle,
                    staff.id(),
                    personId,
                    clock.instant(),
                    CaseEntry.of("household.log.photo-withdrawn").text(words));
            return photoId;
        }));
    }

    private static void lock(Handle handle, Staff staff, long personId) {
        if (PersonStore.lock(handle, staff, personId).isEmpty()) {
            throw PeopleService.unknown();
        }
    }
}
