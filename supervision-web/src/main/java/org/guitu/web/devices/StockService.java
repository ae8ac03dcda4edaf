package org.guitu.web.devices;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Where devices are in their lives, who holds them, and the check of those that were put on. Each method is one transaction. */
public final class StockService {

    private final Jdbi jdbi;
    private final Wearings wearings;
    private final Audit audit;
    private final InstantSource clock;
    private final Fittings fittings = new Fittings();

    StockService(Jdbi jdbi, Wearings wearings, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.wearings = wearings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Moves a device to stock, to repair or to the lost; one that is worn is worn no more then. */
    public Outcome<Long> move(Staff staff, long deviceId, String to, String note) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Device device = locked(handle, staff, deviceId);
            Fields fields = new Fields();
            DeviceState next = fields.choice("state", to, DeviceState.class);
            String why = fields.optionalText("note", note, 500);
            boolean elsewhere =
                    device.state() == DeviceState.FITTED && device.wearerId().isEmpty();
            if (elsewhere || !next.byHand() || !device.state().mayBecome(next)) {
                fields.problem(Problems.FORM, "devices.error.move");
            }
            fields.refuseIfAny();
            Instant now = clock.instant();
            if (device.wearerId().isPresent()) {
                wearings.end(handle, staff, device.wearerId().get(), device, now, next, why);
            } else {
                StateStore.set(handle, deviceId, next, now, why, staff.id());
            }
            record(handle, staff, "devices.move", device.wearerId(), deviceId);
            return deviceId;
        }));
    }

    /** Hands a device that nobody wears to another organisation of the subtree. */
    public Outcome<Long> transfer(Staff staff, long deviceId, String organisationId, String note) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Device device = locked(handle, staff, deviceId);
            if (device.state() == DeviceState.FITTED || device.retiredAt().isPresent()) {
                throw new Refused(Problems.FORM, "devices.error.transfer");
            }
            Fields fields = new Fields();
            String why = fields.optionalText("note", note, 500);
            long to = DeviceService.organisation(handle, staff, organisationId);
            if (to == device.organisationId()) {
                fields.problem("organisationId", "devices.error.same-organisation");
            }
            fields.refuseIfAny();
            DeviceStore.hold(handle, deviceId, to, staff.id());
            StateStore.transfer(handle, deviceId, device.organisationId(), to, why, clock.instant(), staff.id());
            record(handle, staff, "devices.transfer", Optional.empty(), deviceId);
            return deviceId;
        }));
    }

    /** Ticks an item of the check of a bracelet that is worn now; answers the device's id. */
    public Outcome<Long> check(Staff staff, long deviceId, String item) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Device device = locked(handle, staff, deviceId);
            Wearing worn = WearingStore.now(handle, deviceId)
                    .filter(one -> one.kind() == DeviceKind.BRACELET)
                    .orElseThrow(() -> new Refused(Problems.FORM, "devices.error.not-worn"));
            Fields fields = new Fields();
            FittingItem seen = fields.choice("item", item, FittingItem.class);
            fields.refuseIfAny();
            Instant now = clock.instant();
            FittingStore.keep(handle, worn.activationId(), seen, now, staff.id());
            fittings.settle(handle, worn, staff.id(), now);
            record(handle, staff, "devices.check", device.wearerId(), deviceId);
            return deviceId;
        }));
    }

    /** What is known of one wearing. */
    public record Worn(Wearing wearing, Compliance compliance, Optional<Fitting> fitting) {}

    /** The life of a device: its states, hand-overs and wearings, newest first; empty lists if the staff may not see it. */
    public record Life(List<StateStore.Stretch> states, List<StateStore.Transfer> transfers, List<Worn> worn) {}

    Life life(Staff staff, long deviceId) {
        return jdbi.withHandle(handle -> DeviceStore.find(handle, staff, deviceId)
                .map(device -> new Life(
                        StateStore.ofDevice(handle, deviceId),
                        StateStore.transfers(handle, deviceId),
                        worn(handle, WearingStore.ofDevice(handle, staff, deviceId))))
                .orElse(new Life(List.of(), List.of(), List.of())));
    }

    /** Everything a person ever wore, newest first; empty if the staff may not see the person. */
    public List<Worn> ofPerson(Staff staff, long personId) {
        return jdbi.withHandle(handle -> PersonStore.find(handle, staff, personId)
                .map(person -> worn(handle, WearingStore.ofPerson(handle, personId)))
                .orElse(List.of()));
    }

    List<StateStore.Count> counts(Staff staff) {
        return jdbi.withHandle(handle -> StateStore.counts(handle, staff));
    }

    private List<Worn> worn(Handle handle, List<Wearing> wearings) {
        Map<Long, Compliance> compliance = Compliance.of(handle, wearings, clock.instant());
        return wearings.stream()
                .map(one -> new Worn(
                        one,
                        compliance.getOrDefault(one.activationId(), Compliance.NONE),
                        one.kind() == DeviceKind.BRACELET ? Optional.of(Fittings.of(handle, one)) : Optional.empty()))
                .toList();
    }

    /** The person before the device, as everywhere. */
    private static Device locked(Handle handle, Staff staff, long deviceId) {
        Device seen = DeviceStore.find(handle, staff, deviceId).orElseThrow(DeviceService::unknown);
        seen.wearerId().ifPresent(person -> PersonStore.lock(handle, staff, person));
        Device device = DeviceStore.lock(handle, staff, deviceId).orElseThrow(DeviceService::unknown);
        if (!device.wearerId().equals(seen.wearerId())) {
            throw new Refused(Problems.FORM, "devices.error.overtaken");
        }
        return device;
    }

    private void record(Handle handle, Staff staff, String action, Optional<Long> personId, long deviceId) {
        audit.record(handle, staff.id(), action, personId.orElse(null), "", Map.of("device", deviceId));
    }
}
