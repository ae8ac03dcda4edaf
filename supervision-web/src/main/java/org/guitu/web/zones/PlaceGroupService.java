package org.guitu.web.zones;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.ingest.registry.PlaceSpec;
import org.guitu.ingest.registry.Registry;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Groups of places that orders can name as one. A group belongs to the organisation that made it: that one and those above it change it, those below it
 * use it. Each method is one transaction.
 */
public final class PlaceGroupService {

    /** As many places as a map can show at once. */
    static final int MAPPED_MAX = 1_000;

    private static final int NAME_MAX = 60;
    private static final Duration BACK_MAX = Duration.ofDays(366);

    private final Jdbi jdbi;
    private final Registry registry;
    private final Audit audit;
    private final InstantSource clock;

    public PlaceGroupService(Jdbi jdbi, Registry registry, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One group in full.
     *
     * @param places the first {@link #MAPPED_MAX} of its places
     * @param uses how many zones in force or to come name it
     */
    record Shown(PlaceGroup group, List<PlaceSpec> places, List<PlaceGroupStore.Version> versions, long uses) {}

    /** Makes an empty group of the staff's organisation; answers its id. */
    public Outcome<Long> create(Staff staff, String name) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Fields fields = new Fields();
            String called = fields.text("name", name, NAME_MAX);
            fields.refuseIfAny();
            long groupId;
            try {
                groupId = registry.createPlaceGroup(handle, called);
            } catch (IllegalArgumentException taken) {
                throw new Refused("name", "zones.error.group.taken");
            }
            PlaceGroupStore.insert(handle, staff, groupId);
            audit.record(handle, staff.id(), "zones.group-create", null, "", Map.of("group", groupId));
            return groupId;
        }));
    }

    /**
     * Looks through a file and says what it would do; a good one waits to be applied.
     *
     * @param from by the wall clock of the staff's organisation; blank: from when it is applied
     */
    Outcome<PlaceChange> check(Staff staff, long groupId, String from, byte[] content) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            PlaceGroup group = mine(handle, staff, groupId);
            Instant now = clock.instant();
            Fields fields = new Fields();
            Optional<Instant> since =
                    fields.optionalInstant("from", from, staff.organisation().zone());
            since.ifPresent(instant -> checkFrom(handle, group, instant, now, fields));
            fields.refuseIfAny();
            PlaceFile file = PlaceFile.read(content);
            List<PlaceSpec> present = PlaceGroupStore.places(handle, groupId, Integer.MAX_VALUE);
            PlaceChange change = PlaceChange.of(present, file);
            return file.faults().isEmpty()
                    ? change.waiting(PlaceGroupStore.insertUpload(handle, staff, group, since, content, now))
                    : change;
        }));
    }

    /** Applies a file that was looked through; refused if the group has changed since. */
    Outcome<Long> apply(Staff staff, long groupId, long uploadId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            PlaceGroup seen = mine(handle, staff, groupId);
            PlaceGroupStore.lock(handle, groupId);
            PlaceGroup group = mine(handle, staff, groupId);
            PlaceGroupStore.Upload upload = PlaceGroupStore.upload(handle, staff, groupId, uploadId)
                    .orElseThrow(() -> new Refused(Problems.FORM, "zones.error.file.gone"));
            if (upload.version() != group.version() || seen.version() != group.version()) {
                throw new Refused(Problems.VERSION, "zones.error.group.overtaken");
            }
            replace(handle, staff, group, PlaceFile.read(upload.content()).places(), upload.from());
            PlaceGroupStore.dropUpload(handle, uploadId);
            return groupId;
        }));
    }

    /** Replaces the places of a group at once, for callers who made them themselves. */
    public Outcome<Long> replace(Staff staff, long groupId, List<PlaceSpec> places) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            replace(handle, staff, mine(handle, staff, groupId), places, Optional.empty());
            return groupId;
        }));
    }

    private void replace(Handle handle, Staff staff, PlaceGroup group, List<PlaceSpec> places, Optional<Instant> from) {
        registry.replacePlaces(handle, group.id(), places, from.orElseGet(clock::instant));
        audit.record(
                handle,
                staff.id(),
                "zones.group-replace",
                null,
                "",
                Map.of("group", group.id(), "version", group.version() + 1, "places", places.size()));
    }

    private static void checkFrom(Handle handle, PlaceGroup group, Instant from, Instant now, Fields fields) {
        boolean beforeLast = PlaceGroupStore.versions(handle, group.id()).stream()
                .anyMatch(version -> version.from().isAfter(from));
        if (beforeLast) {
            fields.problem("from", "zones.error.group.before-version");
        } else if (Duration.between(from, now).abs().compareTo(BACK_MAX) > 0) {
            fields.problem("from", "zones.error.group.too-far");
        }
    }

    List<PlaceGroup> list(Staff staff) {
        return jdbi.withHandle(handle -> PlaceGroupStore.list(handle, staff));
    }

    Optional<Shown> find(Staff staff, long groupId) {
        return jdbi.withHandle(handle -> PlaceGroupStore.find(handle, staff, groupId)
                .map(group -> new Shown(
                        group,
                        PlaceGroupStore.places(handle, groupId, MAPPED_MAX),
                        PlaceGroupStore.versions(handle, groupId),
                        PlaceGroupStore.uses(handle, groupId))));
    }

    private static PlaceGroup mine(Handle handle, Staff staff, long groupId) {
        PlaceGroup group = PlaceGroupStore.find(handle, staff, groupId)
                .orElseThrow(() -> new Refused(Problems.FORM, "zones.error.group.unknown"));
        if (!group.mayChange()) {
            throw new Refused(Problems.FORM, "zones.error.group.others");
        }
        return group;
    }
}
