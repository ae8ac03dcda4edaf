package org.guitu.web.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guitu.simulators.scenario.DemoCast;
import org.guitu.simulators.scenario.Office;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.OrganisationStore;
import org.guitu.web.access.Passwords;
import org.guitu.web.access.Staff;
import org.guitu.web.access.StaffStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The organisations of the demo city and who signs in there.
 *
 * @param county the agency
 * @param offices below it, by their Chinese name
 */
record DemoOffices(Organisation county, Map<String, Organisation> offices) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final OrganisationStore ORGANISATIONS = new OrganisationStore();
    private static final StaffStore STAFF = new StaffStore();

    /** The demo's root organisation is recognised by this beginning of its name. */
    private static final String MARK = "演示·";

    /** What the database holds already. */
    enum Content {
        NOTHING,
        THE_DEMO,
        SOMETHING_ELSE
    }

    static Content content(Jdbi jdbi) {
        return jdbi.withHandle(ORGANISATIONS::root)
                .map(root -> root.name().startsWith(MARK) ? Content.THE_DEMO : Content.SOMETHING_ELSE)
                .orElse(Content.NOTHING);
    }

    static DemoOffices make(Jdbi jdbi, DemoCast cast) {
        return jdbi.inTransaction(handle -> {
            Organisation county = ORGANISATIONS.insert(
                    handle, Optional.empty(), MARK + cast.county().zh(), Organisation.Level.COUNTY, ZONE);
            DemoFigures.enter(handle, county.id());
            Map<String, Organisation> offices = new LinkedHashMap<>();
            for (Office office : cast.offices()) {
                String name = office.name().zh();
                offices.put(
                        name, ORGANISATIONS.insert(handle, Optional.of(county), name, Organisation.Level.OFFICE, ZONE));
            }
            DemoOffices made = new DemoOffices(county, offices);
            Passwords passwords = new Passwords();
            for (DemoSignIn signIn : DemoSignIn.ALL) {
                made.enter(handle, signIn, passwords.hash(DemoSignIn.PASSWORD));
            }
            return made;
        });
    }

    /** A member of staff of the demo, as services want them. */
    static Staff staff(Jdbi jdbi, DemoSignIn signIn) {
        return jdbi.withHandle(handle -> STAFF.account(handle, signIn.userName()))
                .orElseThrow(() -> new IllegalStateException("no demo account " + signIn.userName()))
                .staff();
    }

    private void enter(Handle handle, DemoSignIn signIn, String hash) {
        Organisation organisation =
                signIn.office() ? offices.values().iterator().next() : county;
        long id = STAFF.insert(handle, organisation.id(), signIn.userName(), signIn.name(), hash, Instant.EPOCH);
        STAFF.setPassword(handle, id, hash, Optional.empty());
        STAFF.setRoles(handle, id, Set.of(signIn.role()), Optional.empty());
    }
}
