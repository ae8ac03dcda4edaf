package org.guitu.web.devices;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guitu.ingest.registry.Registry;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Registers devices and says who wears them. Each method is one transaction over our rows and the registry's. */
public final class DeviceService {

    private final Jdbi jdbi;
    private final Registry registry;
    private final Audit audit;
    private final InstantSource clock;
    private final Wearings wearings;

    public DeviceService(
            Jdbi jdbi, Registry registry, Audit audit, InstantSource clock, List<WearingListener> listeners) {
        this.jdbi = jdbi;
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
        this.wearings = new Wearings(listeners);
    }

    /** The other half: where devices are in their lives. */
    public StockService stock() {
        return new StockService(jdbi, wearings, audit, clock);
    }

    /** Enters a device; answers its id. */
    public Outcome<Long> register(Staff staff, DeviceForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            DeviceDraft draft = read(handle, form, 0);
            long organisation = organisation(handle, staff, form);
            long deviceId = registry.registerDevice(handle, draft.spec());
            DeviceStore.insert(handle, deviceId, organisation, draft, staff.id());
            DeviceState state = Fields.isOn(form.unchecked()) ? DeviceState.RECEIVED : DeviceState.IN_STOCK;
            StateStore.set(handle, deviceId, state, clock.instant(), "", staff.id());
            record(handle, staff, "devices.register", null, deviceId);
            return deviceId;
        }));
    }

    /** Changes a device; refused with {@link Problems#VERSION} if someone else has changed it since. */
    public Outcome<Long> update(Staff staff, long deviceId, int version, DeviceForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Device before = DeviceStore.lock(handle, staff, deviceId).orElseThrow(DeviceService::unknown);
            if (before.version() != version) {
                throw new Refused(Problems.VERSION, "devices.error.overtaken");
            }
            DeviceDraft draft = read(handle, form, deviceId);
            if (draft.protocol() != before.protocol()) {
                throw new Refused("protocol", "devices.error.protocol-fixed");
            }
            long organisation = organisation(handle, staff, form);
            if (organisation != before.organisationId() && before.state() == DeviceState.FITTED) {
                throw new Refused("organisationId", "devices.error.transfer");
            }
            registry.updateDevice(handle, deviceId, draft.spec());
            DeviceStore.update(handle, deviceId, organisation, draft, staff.id());
            if (organisation != before.organisationId()) {
                StateStore.transfer(
                        handle, deviceId, before.organisationId(), organisation, "", clock.instant(), staff.id());
            }
            record(handle, staff, "devices.change", null, deviceId);
            return deviceId;
        }));
    }

    /** Takes a device that nobody wears off the books. */
    public Outcome<Long> retire(Staff staff, long deviceId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Device device = DeviceStore.lock(handle, staff, deviceId).orElseThrow(DeviceService::unknown);
            if (device.wearerId().isPresent()) {
                throw new Refused(
                        Problems.FORM, "devices.error.worn", device.wearerName().orElse(""));
            }
            if (!device.state().mayBecome(DeviceState.RETIRED)) {
                throw new Refused(Problems.FORM, "devices.error.state." + device.state());
            }
            registry.retireDevice(handle, deviceId);
            DeviceStore.retire(handle, deviceId);
            StateStore.set(handle, deviceId, DeviceState.RETIRED, clock.instant(), "", staff.id());
            record(handle, staff, "devices.retire", null, deviceId);
            return deviceId;
        }));
    }

    /**
     * Puts a device on a person. Positions are admitted from then on as far as the person's bases reach.
     *
     * @param from when it was put on, as the organisation's wall clock writes it ({@code 2026-11-30T09:15}); empty: now
     */
    public Outcome<Long> assign(Staff staff, long deviceId, long personId, String from) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
            Device device = DeviceStore.lock(handle, staff, deviceId).orElseThrow(DeviceService::unknown);
            Instant start = when(staff, "from", from);
            if (!person.supervised()) {
                throw new Refused("deviceId", "devices.error.released");
            }
            if (device.wearerId().isPresent()) {
                throw new Refused(
                        "deviceId", "devices.error.worn", device.wearerName().orElse(""));
            }
            if (!device.state().mayBecome(DeviceState.FITTED)) {
                throw new Refused("deviceId", "devices.error.state." + device.state());
            }
            if (WearingStore.wornSince(handle, deviceId, start)) {
                throw new Refused("from", "devices.error.worn-then");
            }
            boolean another = WearingStore.ofPerson(handle, personId).stream()
                    .anyMatch(worn -> worn.to().isEmpty() && worn.kind() == device.kind());
            if (another) {
                throw new Refused("deviceId", "devices.error.has-one");
            }
            wearings.begin(handle, staff, person, device, start);
            record(handle, staff, "devices.assign", personId, deviceId);
            return deviceId;
        }));
    }

    /** Takes a device back from whoever wears it, now. */
    public Outcome<Long> takeBack(Staff staff, long deviceId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Device seen = DeviceStore.find(handle, staff, deviceId).orElseThrow(DeviceService::unknown);
            long personId = seen.wearerId().orElseThrow(() -> new Refused(Problems.FORM, "devices.error.not-worn"));
            // Person before device, as in assign: two locks taken in one order cannot wait for each other.
            PersonStore.lock(handle, staff, personId);
            Device device = DeviceStore.lock(handle, staff, deviceId).orElseThrow(DeviceService::unknown);
            if (!device.wearerId().equals(seen.wearerId())) {
                throw new Refused(Problems.FORM, "devices.error.not-worn");
            }
            Instant now = clock.instant();
            wearings.end(handle, staff, personId, device, now, DeviceState.REMOVED, "");
            record(handle, staff, "devices.take-back", personId, deviceId);
            return deviceId;
        }));
    }

    public Optional<Device> find(Staff staff, long deviceId) {
        return jdbi.withHandle(handle -> DeviceStore.find(handle, staff, deviceId));
    }

    /** Up to one device more than the query's limit. */
    public List<Device> list(Staff staff, DeviceQuery query) {
        return jdbi.withHandle(handle -> DeviceStore.list(handle, staff, query));
    }

    /** The devices a person wears now, as far as the staff may see them. */
    public List<Device> wornBy(Staff staff, long personId) {
        return jdbi.withHandle(handle -> DeviceStore.wornBy(handle, staff, personId));
    }

    /** The checks of the bracelets a person wears now, by device; empty if the staff may not see the person. */
    Map<Long, Fitting> fittings(Staff staff, long personId) {
        return jdbi.withHandle(handle -> PersonStore.find(handle, staff, personId)
                .map(person -> WearingStore.ofPerson(handle, personId).stream()
                        .filter(worn -> worn.to().isEmpty() && worn.kind() == DeviceKind.BRACELET)
                        .collect(Collectors.toMap(Wearing::deviceId, worn -> Fittings.of(handle, worn))))
                .orElse(Map.of()));
    }

    /** Devices one could put on a person. */
    public List<Device> free(Staff staff) {
        return jdbi.withHandle(handle -> DeviceStore.free(handle, staff, 500));
    }

    private void record(Handle handle, Staff staff, String action, @Nullable Long personId, long deviceId) {
        audit.record(handle, staff.id(), action, personId, "", Map.of("device", deviceId));
    }

    private static DeviceDraft read(Handle handle, DeviceForm form, long exceptDeviceId) {
        Fields fields = new Fields();
        Optional<DeviceDraft> draft = DeviceDraft.read(form, fields);
        if (draft.isPresent()
                && DeviceStore.onTheBooks(
                        handle, draft.get().protocol(), draft.get().spec().identity(), exceptDeviceId)) {
            fields.problem("identity", "devices.error.identity-taken");
        }
        fields.refuseIfAny();
        return draft.orElseThrow();
    }

    private Instant when(Staff staff, String field, String raw) {
        Fields fields = new Fields();
        Instant now = clock.instant();
        Instant at =
                fields.optionalInstant(field, raw, staff.organisation().zone()).orElse(now);
        if (at.isAfter(now)) {
            fields.problem(field, "devices.error.in-future");
        }
        fields.refuseIfAny();
        return at;
    }

    private static long organisation(Handle handle, Staff staff, DeviceForm form) {
        return organisation(
                handle,
                staff,
                form.organisationId().isBlank()
                        ? Long.toString(staff.organisation().id())
                        : form.organisationId().strip());
    }

    /** An organisation of the subtree. */
    static long organisation(Handle handle, Staff staff, String raw) {
        return handle.createQuery("""
                        select organisation_id from supervision.organisation
                         where organisation_id::text = :id and path like :scope || '%'""")
                .bind("id", raw)
                .bind("scope", staff.scope())
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new Refused("organisationId", "people.error.organisation"));
    }

    static Refused unknown() {
        return new Refused("deviceId", "devices.error.unknown");
    }
}
