package org.guitu.web.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@link Staff} and {@link Organisation} out of rows that {@link #COLUMNS} selected. */
final class StaffRows {

    /** To be followed by {@code from supervision.staff s join supervision.organisation o using (organisation_id)}. */
    static final String COLUMNS = """
            s.staff_id, s.user_name, s.name, s.phone, s.sex, s.lang, s.must_change, s.password_until, s.password_hash, s.deactivated_at,
            o.organisation_id, o.name as organisation_name, o.level, o.time_zone, o.path,
            (select string_agg(r.role, ',') from supervision.staff_role r where r.staff_id = s.staff_id) as roles,
            exists (select from supervision.staff_post p where p.staff_id = s.staff_id and p.superseded_at is null) as any_post
            """;

    static final String FROM = " from supervision.staff s join supervision.organisation o using (organisation_id) ";

    private StaffRows() {}

    static Staff staff(ResultSet row) throws SQLException {
        return new Staff(
                row.getLong("staff_id"),
                Optional.ofNullable(row.getString("user_name")).orElse(""),
                row.getString("name"),
                organisation(row, "organisation_name"),
                roles(row.getString("roles")),
                Optional.ofNullable(row.getString("lang")).flatMap(Lang::ofCode));
    }

    static Organisation organisation(ResultSet row, String nameColumn) throws SQLException {
        return new Organisation(
                row.getLong("organisation_id"),
                row.getString(nameColumn),
                Organisation.Level.valueOf(row.getString("level")),
                ZoneId.of(row.getString("time_zone")),
                row.getString("path"));
    }

    static Set<Role> roles(@Nullable String names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (names != null) {
            for (String name : names.split(",", -1)) {
                roles.add(Role.valueOf(name));
            }
        }
        return roles;
    }
}
