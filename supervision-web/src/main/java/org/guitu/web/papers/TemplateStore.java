package org.guitu.web.papers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;

/** The SQL of templates. */
final class TemplateStore {

    private static final Duration WAITS = Duration.ofDays(1);

    private TemplateStore() {}

    /**
     * A template of an organisation, in force there and below.
     *
     * @param id of the version
     * @param organisation by name
     */
    record Own(long id, long organisationId, String organisation, int version, String source) {}

    /**
     * One version of an organisation's own template.
     *
     * @param source empty: from then on it had none of its own
     */
    record Version(long id, int version, Optional<String> source, Instant at, String by) {}

    private static final String NEAREST = """
            select distinct on (n.kind) n.*
              from (select distinct on (t.organisation_id, t.kind) t.template_id, t.organisation_id, t.kind, t.version, t.sha256,
                           o.name, length(o.path) as depth
                      from supervision.paper_template t
                      join supervision.organisation o on o.organisation_id = t.organisation_id
                     where :path like o.path || '%'
                     order by t.organisation_id, t.kind, t.version desc) n
             where n.sha256 is not null
             order by n.kind, n.depth desc
            """;

    /** What the staff's organisation uses in place of the shipped one, by kind: its own, or that of the nearest above that has one. */
    static Map<PaperKind, Own> inForce(Handle handle, Staff staff) {
        return handle
                .createQuery("select n.*, x.source from (" + NEAREST
                        + ") n join supervision.paper_text x on x.sha256 = n.sha256")
                .bind("path", staff.organisation().path())
                .map((row, context) -> Map.entry(
                        PaperKind.valueOf(row.getString("kind")),
                        new Own(
                                row.getLong("template_id"),
                                row.getLong("organisation_id"),
                                row.getString("name"),
                                row.getInt("version"),
                                row.getString("source"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The versions of an organisation's own template, the newest first. */
    static List<Version> versions(Handle handle, long organisationId, PaperKind kind) {
        return handle.createQuery("""
                        select t.template_id, t.version, x.source, t.recorded_at, s.name
                          from supervision.paper_template t
                          join supervision.staff s on s.staff_id = t.recorded_by
                          left join supervision.paper_text x on x.sha256 = t.sha256
                         where t.organisation_id = :organisation and t.kind = :kind order by t.version desc""")
                .bind("organisation", organisationId)
                .bind("kind", kind.name())
                .map((row, context) -> new Version(
                        row.getLong("template_id"),
                        row.getInt("version"),
                        Optional.ofNullable(row.getString("source")),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("name")))
                .list();
    }

    /** Adds a version; the organisation's row is held, so that two at once get two versions. Empty source: none of its own any more. */
    static int add(Handle handle, Staff staff, PaperKind kind, Optional<String> source, Instant at) {
        long organisation = staff.organisation().id();
        hold(handle, organisation);
        return handle.createQuery("""
                        insert into supervision.paper_template (organisation_id, kind, version, sha256, recorded_at, recorded_by)
                        select :organisation, :kind, coalesce(max(version), 0) + 1, :sha256, :at, :by
                          from supervision.paper_template where organisation_id = :organisation and kind = :kind
                        returning version""")
                .bind("organisation", organisation)
                .bind("kind", kind.name())
                .bind("sha256", source.map(text -> keep(handle, text)).orElse(null))
                .bind("at", at)
                .bind("by", staff.id())
                .mapTo(Integer.class)
                .one();
    }

    /** Holds what an organisation chooses until the transaction ends. */
    static void hold(Handle handle, long organisationId) {
        handle.createQuery("select 1 from supervision.organisation where organisation_id = :id for no key update")
                .bind("id", organisationId)
                .mapTo(Integer.class)
                .one();
    }

    /** Keeps a text; answers its hash. */
    static String keep(Handle handle, String source) {
        String sha256 = sha256(source);
        handle.createUpdate(
                        "insert into supervision.paper_text (sha256, source) values (:sha256, :source) on conflict do nothing")
                .bind("sha256", sha256)
                .bind("source", source)
                .execute();
        return sha256;
    }

    static long insertUpload(Handle handle, Staff staff, PaperKind kind, String source, Instant now) {
        handle.createUpdate("delete from supervision.paper_template_upload where recorded_at < :old")
                .bind("old", now.minus(WAITS))
                .execute();
        return handle.createUpdate("""
                        insert into supervision.paper_template_upload (organisation_id, kind, source, recorded_at, recorded_by)
                        values (:organisation, :kind, :source, :at, :by)""")
                .bind("organisation", staff.organisation().id())
                .bind("kind", kind.name())
                .bind("source", source)
                .bind("at", now)
                .bind("by", staff.id())
                .executeAndReturnGeneratedKeys("upload_id")
                .mapTo(Long.class)
                .one();
    }

    /** A template that this member of staff sent and that waits. */
    static Optional<String> upload(Handle handle, Staff staff, PaperKind kind, long uploadId) {
        return handle.createQuery("""
                        select source from supervision.paper_template_upload
                         where upload_id = :upload and kind = :kind and recorded_by = :by and organisation_id = :organisation""")
                .bind("upload", uploadId)
                .bind("kind", kind.name())
                .bind("by", staff.id())
                .bind("organisation", staff.organisation().id())
                .mapTo(String.class)
                .findOne();
    }

    static void dropUpload(Handle handle, long uploadId) {
        handle.execute("delete from supervision.paper_template_upload where upload_id = ?", uploadId);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
