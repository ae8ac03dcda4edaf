package org.guitu.web.papers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.http.Json;
import org.guitu.web.papers.Paper.Format;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of issued papers. Scoping is done on the person, whom callers have found. */
final class PaperStore {

    private static final String SELECT = """
            select p.paper_id, p.person_id, p.kind, p.number_text, p.title, o.name as organisation, p.issued_on, p.issued_at,
                   s.name as issued_by, p.voided_at, v.name as voided_by, p.void_reason
              from supervision.paper p
              join supervision.organisation o on o.organisation_id = p.organisation_id
              join supervision.staff s on s.staff_id = p.issued_by
              left join supervision.staff v on v.staff_id = p.voided_by
            """;

    private PaperStore() {}

    /** What is stored of a new paper. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record New(
            long personId,
            PaperKind kind,
            long organisationId,
            int year,
            int number,
            String numberText,
            String title,
            LocalDate issuedOn,
            PaperFacts facts,
            String templateSha256,
            Optional<Long> templateId,
            byte[] pdf,
            byte[] docx,
            Optional<String> once,
            Instant at,
            long by) {}

    static long insert(Handle handle, New paper) {
        return handle.createUpdate("""
                        insert into supervision.paper (person_id, kind, organisation_id, year, number, number_text, title, issued_on,
                               facts, template_sha256, template_id, pdf, docx, once, issued_at, issued_by)
                        values (:person, :kind, :organisation, :year, :number, :numberText, :title, :issuedOn,
                                cast(:facts as jsonb), :sha256, :template, :pdf, :docx, :once, :at, :by)""")
                .bind("person", paper.personId())
                .bind("kind", paper.kind().name())
                .bind("organisation", paper.organisationId())
                .bind("year", paper.year())
                .bind("number", paper.number())
                .bind("numberText", paper.numberText())
                .bind("title", paper.title())
                .bind("issuedOn", paper.issuedOn())
                .bind("facts", Json.write(paper.facts().all()))
                .bind("sha256", paper.templateSha256())
                .bind("template", paper.templateId().orElse(null))
                .bind("pdf", paper.pdf())
                .bind("docx", paper.docx())
                .bind("once", paper.once().orElse(null))
                .bind("at", paper.at())
                .bind("by", paper.by())
                .executeAndReturnGeneratedKeys("paper_id")
                .mapTo(Long.class)
                .one();
    }

    /** All papers of a person, the newest first. */
    static List<Paper> ofPerson(Handle handle, long personId) {
        return handle.createQuery(SELECT + "where p.person_id = :person order by p.paper_id desc")
                .bind("person", personId)
                .map(PaperStore::paper)
                .list();
    }

    static Optional<Paper> find(Handle handle, long personId, long paperId) {
        return handle.createQuery(SELECT + "where p.person_id = :person and p.paper_id = :paper")
                .bind("person", personId)
                .bind("paper", paperId)
                .map(PaperStore::paper)
                .findOne();
    }

    /** The paper of a person that was issued for this form, if it was. */
    static Optional<Long> once(Handle handle, long personId, String once) {
        return handle.createQuery("select paper_id from supervision.paper where person_id = :person and once = :once")
                .bind("person", personId)
                .bind("once", once)
                .mapTo(Long.class)
                .findOne();
    }

    static byte[] bytes(Handle handle, long paperId, Format format) {
        String column = format == Format.PDF ? "pdf" : "docx";
        return handle.createQuery("select " + column + " from supervision.paper where paper_id = :paper")
                .bind("paper", paperId)
                .mapTo(byte[].class)
                .one();
    }

    static void markVoid(Handle handle, long paperId, Instant at, String reason, long by) {
        handle.createUpdate("""
                        update supervision.paper set voided_at = :at, voided_by = :by, void_reason = :reason
                         where paper_id = :paper and voided_at is null""")
                .bind("paper", paperId)
                .bind("at", at)
                .bind("by", by)
                .bind("reason", reason)
                .execute();
    }

    static Paper paper(ResultSet row, StatementContext context) throws SQLException {
        Timestamp voidedAt = row.getTimestamp("voided_at");
        return new Paper(
                row.getLong("paper_id"),
                row.getLong("person_id"),
                PaperKind.valueOf(row.getString("kind")),
                row.getString("number_text"),
                row.getString("title"),
                row.getString("organisation"),
                row.getObject("issued_on", LocalDate.class),
                row.getTimestamp("issued_at").toInstant(),
                row.getString("issued_by"),
                voidedAt == null
                        ? Optional.empty()
                        : Optional.of(new Paper.Voided(
                                voidedAt.toInstant(), row.getString("voided_by"), row.getString("void_reason"))));
    }
}
