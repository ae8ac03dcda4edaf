package org.guitu.web.protectedpersons;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.ingest.registry.BasisSpec;
import org.guitu.ingest.registry.Registry;
import org.guitu.ingest.store.Times;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.rules.ProtectedPeople;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Hands admission what may be collected of protected persons: of a device in their hands, while their consent is in force and an order to keep
 * away names them, and at no other time. Reckoned anew whenever one of the three changes, from then on and never back.
 */
final class ProtectedCovers implements ProtectedPeople {

    /** A stretch in which a device may be located because of an order. */
    private record Cover(long basisId, long deviceId, long ruleId, Instant from, Instant to) {

        boolean sameAs(Cover other) {
            return deviceId == other.deviceId && ruleId == other.ruleId && to.equals(other.to);
        }
    }

    private final Jdbi jdbi;
    private final Registry registry;
    private final InstantSource clock;

    ProtectedCovers(Jdbi jdbi, Registry registry, InstantSource clock) {
        this.jdbi = jdbi;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public boolean mayName(Handle handle, Staff staff, long protectedId) {
        return staff.may(Permission.EDIT_ZONES)
                && ProtectedStore.find(handle, staff, protectedId).isPresent();
    }

    @Override
    public Optional<String> name(Staff reader, long protectedId) {
        return reader.may(Permission.EDIT_ZONES)
                ? jdbi.withHandle(handle -> ProtectedStore.find(handle, reader, protectedId))
                        .map(ProtectedPerson::name)
                : Optional.empty();
    }

    @Override
    public List<Found> search(Staff reader, String words, int limit) {
        return reader.may(Permission.EDIT_ZONES)
                ? jdbi.withHandle(handle -> ProtectedStore.search(handle, reader, words, limit))
                : List.of();
    }

    @Override
    public void ordered(Handle handle, long protectedId, long ruleId, Instant from, Instant to) {
        handle.createUpdate("""
                        insert into supervision.protected_order (rule_id, protected_id, valid_from, valid_to)
                        values (:rule, :id, cast(:from as timestamptz), cast(:to as timestamptz))
                        on conflict (rule_id) do update
                           set valid_from = excluded.valid_from, valid_to = excluded.valid_to, ended_at = null""")
                .bind("rule", ruleId)
                .bind("id", protectedId)
                .bind("from", Times.text(from))
                .bind("to", Times.text(to))
                .execute();
        follow(handle, protectedId, clock.instant());
    }

    @Override
    public void ended(Handle handle, long ruleId, Instant at) {
        handle.createQuery("""
                        update supervision.protected_order set ended_at = :at where rule_id = :rule and ended_at is null
                        returning protected_id""")
                .bind("rule", ruleId)
                .bind("at", at)
                .mapTo(Long.class)
                .findOne()
                .ifPresent(protectedId -> follow(handle, protectedId, at));
    }

    /** Brings admission in step from an instant on. */
    void follow(Handle handle, long protectedId, Instant now) {
        // One at a time: an order that comes while consent is taken back must see that it was.
        handle.createQuery("select 1 from supervision.protected_person where protected_id = :id for update")
                .bind("id", protectedId)
                .mapTo(Integer.class)
                .findOne();
        List<Cover> wanted = new ArrayList<>(wanted(handle, protectedId, now));
        for (Cover cover : standing(handle, protectedId, now)) {
            if (!wanted.removeIf(cover::sameAs)) {
                registry.endBasis(handle, cover.basisId(), now);
                handle.createUpdate(
                                "update supervision.protected_cover set ended_at = :at where telemetry_basis_id = :basis")
                        .bind("at", now)
                        .bind("basis", cover.basisId())
                        .execute();
            }
        }
        wanted.forEach(cover -> grant(handle, protectedId, cover));
    }

    private void grant(Handle handle, long protectedId, Cover cover) {
        long basisId = registry.grantBasis(
                handle, new BasisSpec(BasisSpec.Kind.CONSENT, protectedId, cover.deviceId(), cover.from(), cover.to()));
        handle.createUpdate("""
                        insert into supervision.protected_cover
                               (telemetry_basis_id, protected_id, device_id, rule_id, valid_from, valid_to)
                        values (:basis, :id, :device, :rule, :from, cast(:to as timestamptz))""")
                .bind("basis", basisId)
                .bind("id", protectedId)
                .bind("device", cover.deviceId())
                .bind("rule", cover.ruleId())
                .bind("from", cover.from())
                .bind("to", Times.text(cover.to()))
                .execute();
    }

    /** Every device in their hands with every order that stands or comes, if they consent. */
    private static List<Cover> wanted(Handle handle, long protectedId, Instant now) {
        return handle.createQuery("""
                        select w.device_id, r.rule_id, greatest(r.valid_from, :now) as cover_from, r.valid_to as cover_to
                          from supervision.protected_wearing w
                          join supervision.protected_consent c on c.protected_id = w.protected_id and c.withdrawn_at is null
                          join supervision.protected_order r on r.protected_id = w.protected_id and r.ended_at is null
                         where w.protected_id = :id and w.valid_to is null and r.valid_to > greatest(r.valid_from, :now)""")
                .bind("id", protectedId)
                .bind("now", Timestamp.from(now))
                .map((row, context) -> new Cover(
                        0,
                        row.getLong("device_id"),
                        row.getLong("rule_id"),
                        Times.get(row, "cover_from"),
                        Times.get(row, "cover_to")))
                .list();
    }

    private static List<Cover> standing(Handle handle, long protectedId, Instant now) {
        return handle.createQuery("""
                        select * from supervision.protected_cover
                         where protected_id = :id and ended_at is null and valid_to > :now""")
                .bind("id", protectedId)
                .bind("now", Timestamp.from(now))
                .map((row, context) -> new Cover(
                        row.getLong("telemetry_basis_id"),
                        row.getLong("device_id"),
                        row.getLong("rule_id"),
                        Times.get(row, "valid_from"),
                        Times.get(row, "valid_to")))
                .list();
    }
}
