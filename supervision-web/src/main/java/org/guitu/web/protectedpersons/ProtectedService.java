package org.guitu.web.protectedpersons;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.guitu.ingest.registry.Registry;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.devices.DeviceHands;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.rules.ProtectedPeople;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps the register of protected persons, their consent and their devices. Each method is one transaction, and for those alone who draw up orders. */
public final class ProtectedService {

    private final Jdbi jdbi;
    private final ProtectedCovers covers;
    private final DeviceHands hands;
    private final Audit audit;
    private final InstantSource clock;

    public ProtectedService(Jdbi jdbi, Registry registry, DeviceHands hands, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.covers = new ProtectedCovers(jdbi, registry, clock);
        this.hands = hands;
        this.audit = audit;
        this.clock = clock;
    }

    /** What orders to keep away need to know of them. */
    public ProtectedPeople people() {
        return covers;
    }

    /** Enters someone; answers the id. */
    public Outcome<Long> register(Staff staff, ProtectedForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            require(staff);
            long id = ProtectedStore.insert(
                    handle, read(form), staff.organisation().id(), staff.id());
            record(handle, staff, "register", id);
            return id;
        }));
    }

    /** Changes who it is; refused with {@link Problems#VERSION} if someone else has since. */
    public Outcome<Long> edit(Staff staff, long id, int version, ProtectedForm form) {
        return act(staff, id, "edit", (handle, person) -> {
            if (person.version() != version) {
                throw new Refused(Problems.VERSION, "protectedpersons.error.overtaken");
            }
            ProtectedStore.update(handle, id, read(form), staff.id());
            return id;
        });
    }

    /**
     * Notes that they consented on paper to be located by a device of their own. It holds from now on.
     *
     * @param signedOn {@code 2026-11-30}, not in the future
     */
    public Outcome<Long> consent(Staff staff, long id, String documentNumber, String signedOn) {
        return act(staff, id, "consent", (handle, person) -> {
            Instant now = clock.instant();
            Fields fields = new Fields();
            String document = fields.text("documentNumber", documentNumber, 80);
            LocalDate signed = fields.date("signedOn", signedOn);
            if (signed.isAfter(LocalDate.ofInstant(now, person.zone()))) {
                fields.problem("signedOn", "protectedpersons.error.future");
            }
            if (person.consent().isPresent()) {
                fields.problem(Problems.FORM, "protectedpersons.error.consented");
            }
            fields.refuseIfAny();
            ProtectedStore.consent(handle, id, document, signed, now, staff.id());
            covers.follow(handle, id, now);
            return id;
        });
    }

    /** They took their consent back: nothing more is collected of them. */
    public Outcome<Long> withdraw(Staff staff, long id, String reason) {
        return act(staff, id, "withdraw", (handle, person) -> {
            ProtectedPerson.Consent consent =
                    person.consent().orElseThrow(() -> new Refused(Problems.FORM, "protectedpersons.error.no-consent"));
            Fields fields = new Fields();
            String why = fields.optionalText("withdrawalReason", reason, 500);
            fields.refuseIfAny();
            Instant now = clock.instant();
            ProtectedStore.withdraw(handle, consent.id(), now, why, staff.id());
            covers.follow(handle, id, now);
            return id;
        });
    }

    /** Puts a device from the stock into their hands; they must have consented. */
    public Outcome<Long> give(Staff staff, long id, long deviceId) {
        return act(staff, id, "give-device", (handle, person) -> {
            if (person.consent().isEmpty()) {
                throw new Refused("deviceId", "protectedpersons.error.no-consent");
            }
            Instant now = clock.instant();
            hands.out(handle, staff, deviceId, now);
            ProtectedStore.give(handle, id, deviceId, now, staff.id());
            covers.follow(handle, id, now);
            return id;
        });
    }

    /**
     * Takes a device back from them.
     *
     * @param lost whether it did not come back
     */
    public Outcome<Long> takeBack(Staff staff, long id, long deviceId, boolean lost) {
        return act(staff, id, "take-device", (handle, person) -> {
            if (person.held().stream().noneMatch(one -> one.deviceId() == deviceId)) {
                throw new Refused(Problems.FORM, "protectedpersons.error.not-theirs");
            }
            Instant now = clock.instant();
            ProtectedStore.takeBack(handle, id, deviceId, now, staff.id());
            hands.back(handle, staff, deviceId, now, lost);
            covers.follow(handle, id, now);
            return id;
        });
    }

    public Optional<ProtectedPerson> find(Staff staff, long id) {
        require(staff);
        return jdbi.withHandle(handle -> ProtectedStore.find(handle, staff, id));
    }

    public List<ProtectedPeople.Found> search(Staff staff, String words, int limit) {
        return covers.search(staff, words, limit);
    }

    /** Devices one could give to them. */
    List<DeviceHands.Free> free(Staff staff) {
        return jdbi.withHandle(handle -> hands.free(handle, staff));
    }

    private Outcome<Long> act(Staff staff, long id, String act, BiFunction<Handle, ProtectedPerson, Long> deed) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            require(staff);
            ProtectedPerson person = ProtectedStore.lock(handle, staff, id).orElseThrow(ProtectedService::unknown);
            long answer = deed.apply(handle, person);
            record(handle, staff, act, id);
            return answer;
        }));
    }

    private static ProtectedForm read(ProtectedForm form) {
        Fields fields = new Fields();
        ProtectedForm read = new ProtectedForm(
                fields.text("name", form.name(), 60),
                fields.optionalText("phone", form.phone(), 40),
                fields.optionalText("note", form.note(), 1000));
        fields.refuseIfAny();
        return read;
    }

    private static void require(Staff staff) {
        if (!staff.may(Permission.EDIT_ZONES)) {
            throw unknown();
        }
    }

    private void record(Handle handle, Staff staff, String act, long id) {
        audit.record(handle, staff.id(), "protectedpersons." + act, null, "", Map.of("protected", id));
    }

    private static Refused unknown() {
        return new Refused(Problems.FORM, "protectedpersons.error.unknown");
    }
}
