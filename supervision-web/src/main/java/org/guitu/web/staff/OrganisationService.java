package org.guitu.web.staff;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.OrganisationStore;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.http.Form;
import org.jdbi.v3.core.Jdbi;

/** What may be done with the tree of organisations: adding below one's own. */
public final class OrganisationService {

    private final Jdbi jdbi;
    private final OrganisationStore store;
    private final Audit audit;

    public OrganisationService(Jdbi jdbi, OrganisationStore store, Audit audit) {
        this.jdbi = jdbi;
        this.store = store;
        this.audit = audit;
    }

    public List<Organisation> list(Staff actor) {
        return jdbi.withHandle(handle -> store.list(handle, actor.scope()));
    }

    /** Adds an organisation from {@code parent}, {@code name}, {@code level}, {@code zone}; false if the form holds faults. */
    public boolean create(Staff actor, Form form) {
        String name = form.required("name", 100);
        Optional<Organisation.Level> level = level(form);
        Optional<ZoneId> zone = zone(form);
        return jdbi.inTransaction(handle -> {
            Optional<Organisation> parent = form.text("parent").matches("\\d{1,18}")
                    ? store.find(handle, actor.scope(), Long.parseLong(form.text("parent")))
                    : Optional.empty();
            if (parent.isEmpty()) {
                form.reject("parent", "staff.organisation.bad");
            } else if (level.isPresent() && level.get().compareTo(parent.get().level()) <= 0) {
                form.reject("level", "staff.level.high");
            }
            if (!form.valid()) {
                return false;
            }
            Organisation made = store.insert(handle, parent, name, level.orElseThrow(), zone.orElseThrow());
            audit.record(handle, actor.id(), "staff.organisation", null, "", Map.of("organisation", made.id()));
            return true;
        });
    }

    private static Optional<Organisation.Level> level(Form form) {
        for (Organisation.Level level : Organisation.Level.values()) {
            if (level.name().equals(form.text("level"))) {
                return Optional.of(level);
            }
        }
        form.reject("level", "ui.form.required");
        return Optional.empty();
    }

    private static Optional<ZoneId> zone(Form form) {
        try {
            return Optional.of(ZoneId.of(form.required("zone", 60)));
        } catch (DateTimeException unknown) {
            form.reject("zone", "staff.zone.bad");
            return Optional.empty();
        }
    }
}
