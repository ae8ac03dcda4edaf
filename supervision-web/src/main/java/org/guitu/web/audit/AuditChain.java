package org.guitu.web.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Secrets;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The hash chain over the audit: {@code hash(n) = sha256(hash(n-1) + row(n))}, the hash before the first being 32 zero bytes. Links are
 * added behind the request, by one writer at a time, in the order in which rows became visible; so recording costs a request one insert
 * and no lock. Changing, dropping or adding a row later breaks every hash after it; cutting off the end is shown by an anchor, or by a
 * head written down elsewhere.
 */
public final class AuditChain {

    /** What {@link #verify} found. */
    public sealed interface Verdict {
        /** Every link holds. The head is worth writing down somewhere else. */
        record Sound(long rows, long unchained, String headHash) implements Verdict {}

        /** The first place where it does not. */
        record Broken(long chainSeq, String reason) implements Verdict {}
    }

    /** Any number that nothing else in this database locks. */
    private static final long LOCK = 0x4755_4954_5541_5544L;

    private static final int BATCH = 500;
    private static final String ROW = "select audit_id, at, staff_id, organisation_id, action, subject_id, purpose,"
            + " detail::text as detail, chain_seq, chain_hash from supervision.audit ";

    private record Head(long seq, String hash) {}

    private record Link(String content, long seq, @Nullable String hash, long auditId) {}

    private final Jdbi jdbi;

    public AuditChain(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Links what is not linked yet, at most a batch; returns how many rows it linked. */
    public int append() {
        return jdbi.inTransaction(handle -> {
            handle.execute("select pg_advisory_xact_lock(?)", LOCK);
            Head head = head(handle);
            List<Link> rows = query(handle, ROW + "where chain_seq is null order by audit_id limit " + BATCH)
                    .map((row, context) -> link(row))
                    .list();
            for (Link row : rows) {
                head = new Head(head.seq() + 1, next(head.hash(), row.content()));
                handle.createUpdate("update supervision.audit set chain_seq = :seq, chain_hash = :hash"
                                + " where audit_id = :id")
                        .bind("seq", head.seq())
                        .bind("hash", HexFormat.of().parseHex(head.hash()))
                        .bind("id", row.auditId())
                        .execute();
            }
            return rows.size();
        });
    }

    /** Keeps the head as it stood when the day ended, once a day. */
    public void anchor(Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into supervision.audit_anchor (day, chain_seq, chain_hash)"
                        + " select cast(cast(:now as timestamptz) at time zone 'UTC' as date) - 1, chain_seq, chain_hash"
                        + " from supervision.audit where chain_seq is not null order by chain_seq desc limit 1"
                        + " on conflict do nothing")
                .bind("now", now)
                .execute());
    }

    /** Walks the whole chain and compares it with the anchors. */
    public Verdict verify() {
        return jdbi.inTransaction(handle -> {
            Head head = new Head(0, zero());
            try (var rows = query(handle, ROW + "where chain_seq is not null order by chain_seq")
                    .setFetchSize(1000)
                    .map((row, context) -> link(row))
                    .stream()) {
                for (Iterator<Link> links = rows.iterator(); links.hasNext(); ) {
                    Link link = links.next();
                    if (link.seq() != head.seq() + 1) {
                        return new Verdict.Broken(head.seq() + 1, "the row is missing");
                    }
                    String expected = next(head.hash(), link.content());
                    if (!same(expected, link.hash())) {
                        return new Verdict.Broken(link.seq(), "the row is not what was linked");
                    }
                    head = new Head(link.seq(), expected);
                }
            }
            Optional<Long> lost = handle.createQuery("select min(n.chain_seq) from supervision.audit_anchor n"
                            + " left join supervision.audit a using (chain_seq)"
                            + " where a.chain_hash is distinct from n.chain_hash")
                    .mapTo(Long.class)
                    .findOne();
            if (lost.isPresent()) {
                return new Verdict.Broken(lost.get(), "an anchor does not fit: the end was cut off or rewritten");
            }
            long unchained = handle.createQuery("select count(*) from supervision.audit where chain_seq is null")
                    .mapTo(Long.class)
                    .one();
            return new Verdict.Sound(head.seq(), unchained, head.hash());
        });
    }

    private static Head head(Handle handle) {
        return handle.createQuery("select chain_seq, chain_hash from supervision.audit where chain_seq is not null"
                        + " order by chain_seq desc limit 1")
                .map((row, context) -> new Head(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2))))
                .findOne()
                .orElseGet(() -> new Head(0, zero()));
    }

    private static Query query(Handle handle, String sql) {
        return handle.createQuery(sql);
    }

    private static Link link(java.sql.ResultSet row) throws java.sql.SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        String content = fields(
                row.getString("audit_id"),
                at.getEpochSecond() + "." + at.getNano() / 1000,
                row.getString("staff_id"),
                row.getString("organisation_id"),
                row.getString("action"),
                row.getString("subject_id"),
                row.getString("purpose"),
                row.getString("detail"));
        byte[] hash = row.getBytes("chain_hash");
        return new Link(
                content,
                row.getLong("chain_seq"),
                hash == null ? null : HexFormat.of().formatHex(hash),
                row.getLong("audit_id"));
    }

    /** Each value with its length before it, so that no two rows read alike; an absent value is {@code -}. */
    private static String fields(@Nullable String... values) {
        StringBuilder text = new StringBuilder();
        for (String value : values) {
            text.append(value == null ? "-" : value.length() + ":" + value).append(';');
        }
        return text.toString();
    }

    private static String next(String previousHash, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HexFormat.of().parseHex(previousHash));
        bytes.writeBytes(content.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Secrets.sha256(bytes.toByteArray()));
    }

    private static boolean same(String expected, @Nullable String stored) {
        return stored != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.US_ASCII), stored.getBytes(StandardCharsets.US_ASCII));
    }

    private static String zero() {
        return HexFormat.of().formatHex(ByteBuffer.allocate(32).array());
    }
}
