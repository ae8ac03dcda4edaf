package org.guitu.web.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Sessions and tokens as rows; cookies and tokens are known by their hash alone. */
public final class DatabaseSessions implements Sessions {

    /** A session's row is touched no more often than this. */
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final Duration idle;
    private final Duration absolute;

    public DatabaseSessions(Jdbi jdbi, InstantSource clock, Duration idle, Duration absolute) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.idle = idle;
        this.absolute = absolute;
    }

    /** Begins a session in the caller's transaction and returns the secret for the cookie. */
    public String begin(Handle handle, long staffId, String address) {
        String secret = Secrets.random();
        Instant now = clock.instant();
        handle.createUpdate("insert into supervision.session values (:hash, :staff, :now, :now, :until, :address)")
                .bind("hash", Secrets.sha256(secret))
                .bind("staff", staffId)
                .bind("now", now)
                .bind("until", now.plus(absolute))
                .bind("address", address)
                .execute();
        handle.createUpdate("delete from supervision.session where expires_at < :now or last_seen_at < :idle")
                .bind("now", now)
                .bind("idle", now.minus(idle))
                .execute();
        return secret;
    }

    /** Ends a session; of a secret that is not known, nothing. */
    public void end(Handle handle, String secret) {
        handle.execute("delete from supervision.session where session_hash = ?", Secrets.sha256(secret));
    }

    /** Lets a browser act in another capacity from its next request on; empty: as usual. */
    public void act(Handle handle, String secret, Optional<String> capacity) {
        handle.createUpdate("update supervision.session set capacity = :capacity where session_hash = :hash")
                .bind("capacity", capacity.orElse(null))
                .bind("hash", Secrets.sha256(secret))
                .execute();
    }

    /** Ends all sessions of one member of staff: after a change of password, role or place. */
    public void endAll(Handle handle, long staffId) {
        handle.execute("delete from supervision.session where staff_id = ?", staffId);
    }

    /** As whom an account acts as usual; empty for one whose posts have all ended. */
    public Optional<Staff> acting(Handle handle, String userName) {
        Instant now = clock.instant();
        return handle.createQuery("select " + StaffRows.COLUMNS + StaffRows.FROM + " where s.user_name = :name")
                .bind("name", userName)
                .map((row, context) -> CapacityStore.acting(handle, row, Optional.empty(), now))
                .findOne()
                .flatMap(acting -> acting);
    }

    /** Makes an API token and returns its secret, which is shown this once. */
    public String issueToken(Handle handle, long staffId, Duration validFor) {
        String secret = "gt_" + Secrets.random();
        Instant now = clock.instant();
        handle.createUpdate("insert into supervision.api_token (token_hash, staff_id, created_at, expires_at)"
                        + " values (:hash, :staff, :now, :until)")
                .bind("hash", Secrets.sha256(secret))
                .bind("staff", staffId)
                .bind("now", now)
                .bind("until", now.plus(validFor))
                .execute();
        return secret;
    }

    /** Revokes all API tokens of one member of staff. */
    public void revokeTokens(Handle handle, long staffId) {
        handle.createUpdate(
                        "update supervision.api_token set revoked_at = :now where staff_id = :staff and revoked_at is null")
                .bind("now", clock.instant())
                .bind("staff", staffId)
                .execute();
    }

    public Duration absolute() {
        return absolute;
    }

    @Override
    public Optional<SignedIn> ofCookie(String secret) {
        byte[] hash = Secrets.sha256(secret);
        Instant now = clock.instant();
        return jdbi.withHandle(handle -> {
            Optional<SignedIn> found = handle.createQuery("select e.capacity, " + StaffRows.COLUMNS + StaffRows.FROM
                            + " join supervision.session e using (staff_id)"
                            + " where e.session_hash = :hash and e.expires_at > :now and e.last_seen_at > :idle"
                            + " and s.deactivated_at is null")
                    .bind("hash", hash)
                    .bind("now", now)
                    .bind("idle", now.minus(idle))
                    .map((row, context) -> {
                        Optional<String> chosen = Optional.ofNullable(row.getString("capacity"));
                        return signedIn(row, CapacityStore.acting(handle, row, chosen, now));
                    })
                    .findOne()
                    .flatMap(reader -> reader);
            if (found.isPresent()) {
                handle.createUpdate("update supervision.session set last_seen_at = :now"
                                + " where session_hash = :hash and last_seen_at < :due")
                        .bind("now", now)
                        .bind("hash", hash)
                        .bind("due", now.minus(TOUCH.compareTo(idle) < 0 ? TOUCH : Duration.ZERO))
                        .execute();
            }
            return found;
        });
    }

    @Override
    public Optional<SignedIn> ofToken(String secret) {
        Instant now = clock.instant();
        return jdbi.withHandle(handle -> handle.createQuery("select " + StaffRows.COLUMNS + StaffRows.FROM
                        + " join supervision.api_token t using (staff_id)"
                        + " where t.token_hash = :hash and t.revoked_at is null and t.expires_at > :now"
                        + " and s.deactivated_at is null")
                .bind("hash", Secrets.sha256(secret))
                .bind("now", now)
                .map((row, context) -> signedIn(row, CapacityStore.acting(handle, row, Optional.empty(), now)))
                .findOne()
                .flatMap(reader -> reader));
    }

    private static Optional<SignedIn> signedIn(ResultSet row, Optional<Staff> acting) throws SQLException {
        boolean mustChange = row.getBoolean("must_change");
        return acting.map(staff -> new SignedIn(staff, mustChange));
    }
}
