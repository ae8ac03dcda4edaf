package org.guitu.web.access;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Counts failed sign-ins by account and by address and locks either for a while. An attempt is counted before the password is looked at,
 * in one statement, so that guesses sent side by side count too; success takes it back.
 */
public final class Lockout {

    /** How often one account, and one address, may fail within {@link #WINDOW}. */
    public static final int ACCOUNT_FAILURES_MAX = 5;

    public static final int ADDRESS_FAILURES_MAX = 30;

    /** Failures older than this are forgotten. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    /** How long a lock holds. */
    public static final Duration LOCK = Duration.ofMinutes(15);

    private static final String COUNT = """
            insert into supervision.sign_in_failure as f (key, failures, last_at) values (:key, 1, :now)
            on conflict (key) do update set
                failures = case when f.locked_until is not null or f.last_at < :forgotten then 1 else f.failures + 1 end,
                last_at = :now,
                locked_until = case
                    when f.locked_until is null and f.last_at >= :forgotten and f.failures + 1 >= :max then cast(:locked as timestamptz)
                end
            where f.locked_until is null or f.locked_until <= :now
            """;

    /** Counts an attempt. Empty if it may be made; else until when the account or the address is locked. */
    public Optional<Instant> attempt(Handle handle, String userName, String address, Instant now) {
        boolean accountFree = count(handle, account(userName), ACCOUNT_FAILURES_MAX, now);
        boolean addressFree = count(handle, address(address), ADDRESS_FAILURES_MAX, now);
        return accountFree && addressFree
                ? Optional.empty()
                : handle.createQuery("select max(locked_until) from supervision.sign_in_failure where key in (:a, :b)")
                        .bind("a", account(userName))
                        .bind("b", address(address))
                        .mapTo(Instant.class)
                        .findOne();
    }

    /** Drops what has long been forgotten, so that made-up names do not fill the table. */
    public void prune(Handle handle, Instant now) {
        handle.createUpdate("delete from supervision.sign_in_failure where last_at < :before")
                .bind("before", now.minus(WINDOW).minus(LOCK))
                .execute();
    }

    /** The attempt succeeded: the account starts afresh, the address gets its one attempt back. */
    public void succeeded(Handle handle, String userName, String address) {
        handle.execute("delete from supervision.sign_in_failure where key = ?", account(userName));
        handle.execute(
                "update supervision.sign_in_failure set failures = greatest(failures - 1, 0), locked_until = null"
                        + " where key = ?",
                address(address));
    }

    private static boolean count(Handle handle, String key, int max, Instant now) {
        return handle.createUpdate(COUNT)
                        .bind("key", key)
                        .bind("now", now)
                        .bind("forgotten", now.minus(WINDOW))
                        .bind("max", max)
                        .bind("locked", now.plus(LOCK))
                        .execute()
                > 0;
    }

    /** Hashed: what was typed as a name may be a password in the wrong field. */
    private static String account(String userName) {
        return "user:" + HexFormat.of().formatHex(Secrets.sha256(userName));
    }

    private static String address(String address) {
        return "address:" + address;
    }
}
