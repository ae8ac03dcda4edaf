package org.guitu.web.people;

import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Fields;
import org.jdbi.v3.core.Handle;

/** Who is to be responsible for a person: an organisation within the subtree of whoever decides, and perhaps one of its staff. */
record Responsible(long organisationId, Optional<Long> officerId) {

    /** Empty if there is a problem. */
    static Optional<Responsible> read(
            Handle handle, Staff staff, String rawOrganisation, String rawOfficer, Fields fields) {
        Optional<Long> organisation = number(rawOrganisation).filter(id -> exists(handle, """
                select exists (select 1 from supervision.organisation where organisation_id = :id and path like :scope || '%' and closed_at is null)""", id, staff.scope()));
        if (organisation.isEmpty()) {
            fields.problem("organisationId", "people.error.organisation");
            return Optional.empty();
        }
        if (rawOfficer.isBlank()) {
            return Optional.of(new Responsible(organisation.get(), Optional.empty()));
        }
        // A caseworker must be able to see the person: he or she acts in that organisation or above it.
        Optional<Long> officer = number(rawOfficer)
                .filter(id -> handle.createQuery("""
                        select exists (select 1 from supervision.staff s
                          join supervision.organisation mine on mine.organisation_id = s.organisation_id
                          join supervision.organisation theirs on theirs.organisation_id = :organisation
                         where s.staff_id = :id and theirs.path like mine.path || '%')""")
                        .bind("id", id)
                        .bind("organisation", organisation.get())
                        .mapTo(Boolean.class)
                        .one());
        if (officer.isEmpty()) {
            fields.problem("officerId", "people.error.officer");
            return Optional.empty();
        }
        return Optional.of(new Responsible(organisation.get(), officer));
    }

    private static boolean exists(Handle handle, String sql, long id, String scope) {
        return handle.createQuery(sql)
                .bind("id", id)
                .bind("scope", scope)
                .mapTo(Boolean.class)
                .one();
    }

    private static Optional<Long> number(String raw) {
        try {
            return Optional.of(Long.parseLong(raw.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
