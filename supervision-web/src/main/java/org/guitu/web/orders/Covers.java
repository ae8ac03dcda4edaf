package org.guitu.web.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.ingest.admit.HoursJson;
import org.guitu.ingest.registry.BasisSpec;
import org.guitu.ingest.registry.Registry;
import org.guitu.web.devices.DeviceKind;
import org.guitu.web.devices.Wearing;
import org.guitu.web.devices.WearingStore;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Hands admission what follows from the orders: a basis covers a device exactly while the person wears it. A bracelet needs an
 * authorisation, a phone a plan; neither stands in for the other.
 */
final class Covers {

    private final Registry registry;

    Covers(Registry registry) {
        this.registry = registry;
    }

    /** A basis was granted: it covers what the person wore, wears and goes on wearing in its term. */
    void granted(Handle handle, Basis basis) {
        for (Wearing wearing : WearingStore.ofPerson(handle, basis.personId())) {
            if (covers(basis.kind(), wearing.kind())) {
                cover(
                        handle,
                        basis,
                        wearing.deviceId(),
                        wearing.from(),
                        wearing.to().orElse(Instant.MAX));
            }
        }
    }

    /** A basis ends at an instant: so does all it covers. */
    void ended(Handle handle, long basisId, Instant at) {
        end(handle, "basis_id = :id", basisId, at);
    }

    /** A device is worn: what stands covers it from then on. */
    void worn(Handle handle, long personId, long deviceId, DeviceKind kind, Instant from) {
        for (Basis basis : BasisStore.ofPerson(handle, personId)) {
            if (!basis.revoked() && covers(basis.kind(), kind)) {
                cover(handle, basis, deviceId, from, Instant.MAX);
            }
        }
    }

    /** A device is worn no more: nothing covers it. */
    void takenBack(Handle handle, long deviceId, Instant at) {
        end(handle, "device_id = :id", deviceId, at);
    }

    /** Whether a position of any device of the person may be kept now. */
    static boolean covered(Handle handle, long personId, Instant now) {
        return handle
                .createQuery("""
                        select t.hours::text as hours from supervision.basis_cover c
                          join supervision.basis b on b.basis_id = c.basis_id
                          join telemetry.basis t on t.basis_id = c.telemetry_basis_id
                         where b.person_id = :person and c.valid_from <= :now and coalesce(c.ended_at, c.valid_to) > :now""")
                .bind("person", personId)
                .bind("now", now)
                .map((row, context) -> Optional.ofNullable(row.getString("hours")))
                .list()
                .stream()
                .anyMatch(hours ->
                        hours.map(HoursJson::read).map(open -> open.cover(now)).orElse(true));
    }

    /** A sensitive period asks for more of a device than its plan. */
    void coverPeriod(Handle handle, long personId, PeriodCover wish) {
        long telemetryId = registry.grantBasis(
                handle,
                new BasisSpec(
                        BasisSpec.Kind.PHONE_PLAN,
                        personId,
                        wish.deviceId(),
                        wish.from(),
                        wish.to(),
                        Optional.of(wish.hours())));
        insert(handle, telemetryId, wish.basisId(), wish.deviceId(), wish.from(), wish.to(), wish.periodId());
    }

    /** It does so no longer. */
    void endPeriod(Handle handle, long coverId, Instant at) {
        end(handle, "telemetry_basis_id = :id", coverId, at);
    }

    private void cover(Handle handle, Basis basis, long deviceId, Instant from, Instant to) {
        Instant start = basis.from().isAfter(from) ? basis.from() : from;
        Instant end = basis.until().isBefore(to) ? basis.until() : to;
        if (!start.isBefore(end)) {
            return;
        }
        BasisSpec.Kind kind = BasisSpec.Kind.valueOf(basis.kind().name());
        long telemetryId =
                registry.grantBasis(handle, new BasisSpec(kind, basis.personId(), deviceId, start, end, basis.hours()));
        insert(handle, telemetryId, basis.id(), deviceId, start, end, null);
    }

    private static void insert(
            Handle handle,
            long telemetryId,
            long basisId,
            long deviceId,
            Instant from,
            Instant to,
            @Nullable Long periodId) {
        handle.createUpdate("""
                        insert into supervision.basis_cover (telemetry_basis_id, basis_id, device_id, valid_from, valid_to, period_id)
                        values (:telemetry, :basis, :device, :from, :to, :period)""")
                .bind("telemetry", telemetryId)
                .bind("basis", basisId)
                .bind("device", deviceId)
                .bind("from", from)
                .bind("to", to)
                .bind("period", periodId)
                .execute();
    }

    /** The condition is a constant of this class, never input. */
    private void end(Handle handle, String condition, long id, Instant at) {
        List<Long> open = handle.createQuery("select telemetry_basis_id from supervision.basis_cover where " + condition
                        + " and coalesce(ended_at, valid_to) > :at for update")
                .bind("id", id)
                .bind("at", at)
                .mapTo(Long.class)
                .list();
        for (long telemetryId : open) {
            registry.endBasis(handle, telemetryId, at);
            handle.createUpdate("update supervision.basis_cover set ended_at = :at where telemetry_basis_id = :id")
                    .bind("at", at)
                    .bind("id", telemetryId)
                    .execute();
        }
    }

    private static boolean covers(BasisKind basis, DeviceKind device) {
        return switch (basis) {
            case AUTHORISATION -> device == DeviceKind.BRACELET;
            case PHONE_PLAN -> device == DeviceKind.PHONE;
        };
    }
}
