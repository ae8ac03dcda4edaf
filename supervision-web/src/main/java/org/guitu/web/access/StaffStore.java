package org.guitu.web.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Staff and organisations as rows. Every list is of one subtree. */
public final class StaffStore {

    /** A member of staff as the administrator sees them. */
    public record Entry(Staff staff, boolean mustChangePassword, Optional<Instant> deactivatedAt, Details details) {

        /** Whether they may sign in at all; volunteers and experts may be on the books without. */
        public boolean hasAccount() {
            return !staff.userName().isEmpty();
        }
    }

    /** What sign-in needs to know. */
    public record Account(Staff staff, String passwordHash, boolean mustChange, Optional<Instant> passwordUntil) {}

    /** What the books hold of someone beside the account. */
    public record Details(String name, String phone, String sex) {}

    /** Everyone who acts in the subtree of this path; those still active first. */
    public List<Entry> list(Handle handle, String scope) {
        return handle.createQuery("select " + StaffRows.COLUMNS + StaffRows.FROM
                        + " where o.path like :scope || '%' order by s.deactivated_at is not null, o.path, s.user_name")
                .bind("scope", scope)
                .map((row, context) -> entry(row))
                .list();
    }

    /** One member of staff of the subtree. */
    public Optional<Entry> find(Handle handle, String scope, long staffId) {
        return handle.createQuery("select " + StaffRows.COLUMNS + StaffRows.FROM
                        + " where o.path like :scope || '%' and s.staff_id = :id")
                .bind("scope", scope)
                .bind("id", staffId)
                .map((row, context) -> entry(row))
                .findOne();
    }

    /** The account that may sign in under this name. */
    public Optional<Account> account(Handle handle, String userName) {
        return handle.createQuery("select " + StaffRows.COLUMNS + StaffRows.FROM
                        + " where s.user_name = :name and s.deactivated_at is null")
                .bind("name", userName)
                .map((row, context) -> new Account(
                        StaffRows.staff(row),
                        row.getString("password_hash"),
                        row.getBoolean("must_change"),
                        instant(row, "password_until")))
                .findOne();
    }

    public boolean userNameTaken(Handle handle, String userName) {
        return handle.createQuery("select exists (select from supervision.staff where user_name = :name)")
                .bind("name", userName)
                .mapTo(Boolean.class)
                .one();
    }

    /** Adds a member of staff whose password must be changed at first sign-in. */
    public long insert(
            Handle handle, long organisationId, String userName, String name, String passwordHash, Instant until) {
        return handle.createQuery("insert into supervision.staff"
                        + " (organisation_id, user_name, name, password_hash, must_change, password_until)"
                        + " values (:organisation, :userName, :name, :hash, true, :until) returning staff_id")
                .bind("organisation", organisationId)
                .bind("userName", userName)
                .bind("name", name)
                .bind("hash", passwordHash)
                .bind("until", until)
                .mapTo(Long.class)
                .one();
    }

    /** Puts someone on the books who does not sign in. */
    public long register(Handle handle, long organisationId, Details details) {
        return handle.createQuery("insert into supervision.staff (organisation_id, name, phone, sex, must_change)"
                        + " values (:organisation, :name, :phone, nullif(:sex, ''), false) returning staff_id")
                .bind("organisation", organisationId)
                .bindMethods(details)
                .mapTo(Long.class)
                .one();
    }

    /** Gives someone on the books an account with a one-time password. */
    public void openAccount(Handle handle, long staffId, String userName, String passwordHash, Instant until) {
        handle.createUpdate("update supervision.staff set user_name = :userName, password_hash = :hash,"
                        + " must_change = true, password_until = :until where staff_id = :id and user_name is null")
                .bind("userName", userName)
                .bind("hash", passwordHash)
                .bind("until", until)
                .bind("id", staffId)
                .execute();
    }

    public void setDetails(Handle handle, long staffId, Details details) {
        handle.createUpdate("update supervision.staff set name = :name, phone = :phone, sex = nullif(:sex, '')"
                        + " where staff_id = :id")
                .bindMethods(details)
                .bind("id", staffId)
                .execute();
    }

    /** Sets a password; a one-time password carries the instant at which it ends. */
    public void setPassword(Handle handle, long staffId, String passwordHash, Optional<Instant> oneTimeUntil) {
        handle.createUpdate("update supervision.staff set password_hash = :hash, must_change = :once,"
                        + " password_until = :until where staff_id = :id")
                .bind("hash", passwordHash)
                .bind("once", oneTimeUntil.isPresent())
                .bind("until", oneTimeUntil)
                .bind("id", staffId)
                .execute();
    }

    public void setRoles(Handle handle, long staffId, Set<Role> roles, Optional<Long> grantedBy) {
        List<String> names = roles.stream().map(Role::name).toList();
        handle.createUpdate("delete from supervision.staff_role where staff_id = :id and role <> all(:roles)")
                .bind("id", staffId)
                .bindArray("roles", String.class, names)
                .execute();
        handle.createUpdate("insert into supervision.staff_role (staff_id, role, granted_by)"
                        + " select :id, unnest(:roles), :by on conflict do nothing")
                .bind("id", staffId)
                .bindArray("roles", String.class, names)
                .bind("by", grantedBy)
                .execute();
    }

    public void setOrganisation(Handle handle, long staffId, long organisationId) {
        handle.execute("update supervision.staff set organisation_id = ? where staff_id = ?", organisationId, staffId);
    }

    public void setLang(Handle handle, long staffId, Lang lang) {
        handle.execute("update supervision.staff set lang = ? where staff_id = ?", lang.code(), staffId);
    }

    public void setActive(Handle handle, long staffId, boolean active, Instant now) {
        handle.createUpdate(
                        "update supervision.staff set deactivated_at = case when :active then null else cast(:now as timestamptz) end"
                                + " where staff_id = :id")
                .bind("active", active)
                .bind("now", now)
                .bind("id", staffId)
                .execute();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                StaffRows.staff(row),
                row.getBoolean("must_change"),
                instant(row, "deactivated_at"),
                new Details(
                        row.getString("name"),
                        row.getString("phone"),
                        Optional.ofNullable(row.getString("sex")).orElse("")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(java.sql.Timestamp::toInstant);
    }
}
