package org.guitu.web.signin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Capacity;
import org.guitu.web.access.CapacityStore;
import org.guitu.web.access.DatabaseSessions;
import org.guitu.web.access.Lang;
import org.guitu.web.access.Lockout;
import org.guitu.web.access.Passwords;
import org.guitu.web.access.Staff;
import org.guitu.web.access.StaffStore;
import org.guitu.web.audit.Audit;
import org.guitu.web.http.Form;
import org.jdbi.v3.core.Jdbi;

/** Signing in and out, and one's own password. */
public final class SignIn {

    /** What became of an attempt. */
    public sealed interface Outcome {
        /** The secret goes into the session cookie; there may be a choice of capacities to act in. */
        record Opened(String secret, boolean mustChangePassword, boolean choice) implements Outcome {}

        /** Name or password are wrong; which of them is not said. */
        record Wrong() implements Outcome {}

        /** The one-time password was right but is too old. */
        record Expired() implements Outcome {}

        /** The password was right, but every post has ended. */
        record NoPost() implements Outcome {}

        /** Too many failures, by this account or this address. */
        record Locked(Instant until) implements Outcome {}
    }

    private static final int PASSWORD_MIN = 12;
    private static final int PASSWORD_MAX = 128;
    private static final int DISTINCT_MIN = 5;

    private final Jdbi jdbi;
    private final StaffStore store;
    private final DatabaseSessions sessions;
    private final Passwords passwords;
    private final Lockout lockout = new Lockout();
    private final Audit audit;
    private final InstantSource clock;

    public SignIn(
            Jdbi jdbi,
            StaffStore store,
            DatabaseSessions sessions,
            Passwords passwords,
            Audit audit,
            InstantSource clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** Tries to sign in. Takes the same time whether or not the name exists. */
    public Outcome signIn(String typedName, String password, String address) {
        String userName = typedName.strip().toLowerCase(Locale.ROOT);
        Instant now = clock.instant();
        Optional<Instant> locked = jdbi.inTransaction(handle -> lockout.attempt(handle, userName, address, now));
        if (locked.isPresent()) {
            return new Outcome.Locked(locked.get());
        }
        Optional<StaffStore.Account> account = jdbi.withHandle(handle -> store.account(handle, userName));
        if (account.isEmpty() || password.length() > PASSWORD_MAX) {
            passwords.pretend(password.substring(0, Math.min(password.length(), PASSWORD_MAX)));
            return failed(Optional.empty(), address);
        }
        if (!passwords.matches(password, account.get().passwordHash())) {
            return failed(account, address);
        }
        return opened(account.get(), address, now);
    }

    /** Ends the session of this cookie. */
    public void signOut(Optional<Staff> staff, String secret) {
        jdbi.useTransaction(handle -> {
            sessions.end(handle, secret);
            staff.ifPresent(known -> audit.record(handle, known.id(), "signin.out", null, "", Map.of()));
        });
    }

    /**
     * Changes one's own password if the form is right: {@code old}, {@code new}, {@code again}. Ends all sessions and begins a new one.
     *
     * @return the new session's secret; empty if the form holds faults
     */
    public Optional<String> changePassword(Staff staff, Form form, String address) {
        String fresh = form.raw("new");
        if (fresh.length() < PASSWORD_MIN || fresh.length() > PASSWORD_MAX) {
            form.reject("new", "signin.password.length", PASSWORD_MIN, PASSWORD_MAX);
        } else if (fresh.chars().distinct().count() < DISTINCT_MIN
                || fresh.toLowerCase(Locale.ROOT).contains(staff.userName())) {
            form.reject("new", "signin.password.weak");
        } else if (fresh.equals(form.raw("old"))) {
            form.reject("new", "signin.password.same");
        }
        if (!fresh.equals(form.raw("again"))) {
            form.reject("again", "signin.password.differs");
        }
        if (!ownPassword(staff, form.raw("old"), address)) {
            form.reject("old", "signin.password.wrong");
        }
        if (!form.valid()) {
            return Optional.empty();
        }
        String hash = passwords.hash(fresh);
        return Optional.of(jdbi.inTransaction(handle -> {
            store.setPassword(handle, staff.id(), hash, Optional.empty());
            sessions.endAll(handle, staff.id());
            audit.record(handle, staff.id(), "signin.password", null, "", Map.of());
            return sessions.begin(handle, staff.id(), address);
        }));
    }

    /** What someone may act as now. */
    public List<Capacity> capacities(Staff staff) {
        return jdbi.withHandle(handle -> CapacityStore.live(handle, staff.id(), clock.instant()));
    }

    /** Lets this browser act in a capacity of today, or as usual ({@code ""}); false if there is no such one. */
    public boolean act(Staff staff, String secret, String key) {
        return jdbi.inTransaction(handle -> {
            boolean usual = key.isEmpty();
            if (!usual
                    && CapacityStore.live(handle, staff.id(), clock.instant()).stream()
                            .noneMatch(capacity -> capacity.key().equals(key))) {
                return false;
            }
            sessions.act(handle, secret, usual ? Optional.empty() : Optional.of(key));
            audit.record(handle, staff.id(), "signin.acting", null, "", Map.of("capacity", usual ? "-" : key));
            return true;
        });
    }

    /** Remembers the language someone chose. */
    public void chooseLang(Staff staff, Lang lang) {
        jdbi.useHandle(handle -> store.setLang(handle, staff.id(), lang));
    }

    /** A wrong old password counts like a wrong sign-in: a borrowed session must not allow endless guesses. */
    private boolean ownPassword(Staff staff, String password, String address) {
        Instant now = clock.instant();
        if (password.length() > PASSWORD_MAX
                || jdbi.inTransaction(handle -> lockout.attempt(handle, staff.userName(), address, now))
                        .isPresent()) {
            return false;
        }
        Optional<StaffStore.Account> account = jdbi.withHandle(handle -> store.account(handle, staff.userName()));
        boolean right =
                account.isPresent() && passwords.matches(password, account.get().passwordHash());
        if (right) {
            jdbi.useTransaction(handle -> lockout.succeeded(handle, staff.userName(), address));
        }
        return right;
    }

    private Outcome opened(StaffStore.Account account, String address, Instant now) {
        return jdbi.inTransaction(handle -> {
            Staff staff = account.staff();
            lockout.succeeded(handle, staff.userName(), address);
            lockout.prune(handle, now);
            if (account.passwordUntil().filter(until -> until.isBefore(now)).isPresent()) {
                audit.record(handle, staff.id(), "signin.expired", null, "", Map.of("address", address));
                return new Outcome.Expired();
            }
            if (sessions.acting(handle, staff.userName()).isEmpty()) {
                audit.record(handle, staff.id(), "signin.no-post", null, "", Map.of("address", address));
                return new Outcome.NoPost();
            }
            audit.record(handle, staff.id(), "signin.in", null, "", Map.of("address", address));
            boolean choice = CapacityStore.live(handle, staff.id(), now).size() > 1;
            return new Outcome.Opened(sessions.begin(handle, staff.id(), address), account.mustChange(), choice);
        });
    }

    /** What was typed as a name is not kept: it may be a password in the wrong field. */
    private Outcome failed(Optional<StaffStore.Account> account, String address) {
        Long staffId = account.map(known -> known.staff().id()).orElse(null);
        jdbi.useTransaction(
                handle -> audit.record(handle, staffId, "signin.failed", null, "", Map.of("address", address)));
        return new Outcome.Wrong();
    }
}
