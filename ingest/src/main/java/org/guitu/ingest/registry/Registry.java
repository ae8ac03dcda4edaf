package org.guitu.ingest.registry;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.ingest.admit.AlarmBits;
import org.guitu.ingest.admit.HoursJson;
import org.guitu.ingest.admit.Identities;
import org.guitu.ingest.store.Times;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Devices, bases and rules, written for the case side within the caller's own transaction. Thread-safe.
 *
 * <p>Every method throws {@link IllegalArgumentException} for what the law or the form forbids (nothing is written then) and
 * {@link java.util.NoSuchElementException} for an id that is not on the books.
 */
public final class Registry {

    /** Whose calendar the law counts its months by: a midnight there is the day before in UTC, and perhaps in another month. */
    public static final ZoneId CALENDAR = ZoneId.of("Asia/Shanghai");

    private static final String CHANGE = "change_xid = pg_current_xact_id()";

    private final RuleBookWriter rules;
    private final DeviceTermsWriter terms;
    private final PlaceGroupWriter places;

    public Registry(InstantSource clock) {
        this.rules = new RuleBookWriter(clock);
        this.terms = new DeviceTermsWriter(rules, clock);
        this.places = new PlaceGroupWriter(rules);
    }

    /** Enters a device and returns its id. An identity of the same protocol can be on the books only once. */
    public long registerDevice(Handle handle, DeviceSpec spec) {
        String identity = Identities.canonical(spec.protocol(), spec.identity());
        boolean taken = handle.select(
                        "select count(*) > 0 from telemetry.device where protocol = ? and identity = ?",
                        spec.protocol(),
                        identity)
                .mapTo(Boolean.class)
                .one();
        if (taken) {
            throw new IllegalArgumentException("a device with this identity is already on the books");
        }
        long deviceId =
                bind(handle.createQuery("""
                                insert into telemetry.device (protocol, identity, model, clock_offset_s, datum, alarm_bits, auth_code,
                                    send_interval_s, buffer_s)
                                values (:protocol, :identity, :model, :offset, :datum, :bits::jsonb, :code, :interval, :buffer)
                                returning device_id
                                """), spec, identity).mapTo(Long.class).one();
        terms.first(handle, deviceId, spec);
        return deviceId;
    }

    /**
     * Replaces what is on the books about a device; an empty code or an empty map of alarm bits keeps what it has, for forms that do not
     * know of it.
     */
    public void updateDevice(Handle handle, long deviceId, DeviceSpec spec) {
        String identity = Identities.canonical(spec.protocol(), spec.identity());
        require(
                bind(handle.createUpdate("""
                                        update telemetry.device
                                           set protocol = :protocol, identity = :identity, model = :model, clock_offset_s = :offset,
                                               datum = :datum, alarm_bits = coalesce(nullif(:bits::jsonb, '{}'), alarm_bits), auth_code = coalesce(:code, auth_code),
                                               send_interval_s = :interval, buffer_s = :buffer, %s
                                         where device_id = :device
                                        """.formatted(CHANGE)), spec, identity)
                        .bind("device", deviceId)
                        .execute(),
                "device",
                deviceId);
        terms.plan(handle, deviceId, spec);
    }

    /**
     * What a night's learning came to: how often a device's fixes are wild, from an instant on. The past is judged as it was.
     *
     * @param outlierShare between 0 and 1
     * @param fixes from how many it was learnt
     */
    public void learntOutliers(Handle handle, long deviceId, double outlierShare, int fixes, Instant from) {
        terms.learnt(handle, deviceId, outlierShare, fixes, from);
    }

    /**
     * The subject that two devices are together, for rules about their distance; entered if it is not yet on the books.
     *
     * @param kind KEEP_AWAY for two people, STAY_TOGETHER for the bracelet and the phone of one
     */
    public long pair(Handle handle, RuleKind kind, long firstSubjectId, long secondSubjectId) {
        return PairWriter.of(handle, kind, firstSubjectId, secondSubjectId);
    }

    /** Enters an empty group of agency-wide places and returns its id; names are unique. */
    public long createPlaceGroup(Handle handle, String name) {
        return places.create(handle, name);
    }

    /** From {@code from} on the places of a group are these; before, they were what they were. Places that stay keep their ids. */
    public void replacePlaces(Handle handle, long groupId, List<PlaceSpec> newPlaces, Instant from) {
        places.replace(handle, groupId, newPlaces, from);
    }

    /** Takes a device off the books: it is refused like an unknown one from now on. Its past stays. */
    public void retireDevice(Handle handle, long deviceId) {
        require(
                handle.execute(
                        "update telemetry.device set retired_at = coalesce(retired_at, now()), " + CHANGE
                                + " where device_id = ?",
                        deviceId),
                "device",
                deviceId);
    }

    /**
     * Grants a basis and returns its id.
     *
     * @throws IllegalArgumentException if an authorisation is longer than three calendar months (社区矫正法 article 29), if it does not
     *     begin before it ends, or if the device is another subject's at that time
     */
    public long grantBasis(Handle handle, BasisSpec spec) {
        if (!spec.validFrom().isBefore(spec.validTo())) {
            throw new IllegalArgumentException("a basis must begin before it ends");
        }
        if (spec.kind() != BasisSpec.Kind.PHONE_PLAN && spec.hours().isPresent()) {
            throw new IllegalArgumentException("only the plan of a phone has hours");
        }
        Instant latest = spec.validFrom().atZone(CALENDAR).plusMonths(3).toInstant();
        if (spec.kind() == BasisSpec.Kind.AUTHORISATION && spec.validTo().isAfter(latest)) {
            throw new IllegalArgumentException("an authorisation lasts three months at most");
        }
        lockDevice(handle, spec.deviceId());
        boolean anothers = handle.createQuery("""
                        select count(*) > 0 from telemetry.basis
                         where device_id = :device and subject_id <> :subject and valid_from < :to::timestamptz
                           and valid_to > :from::timestamptz
                        """)
                .bind("device", spec.deviceId())
                .bind("subject", spec.subjectId())
                .bind("from", Times.text(spec.validFrom()))
                .bind("to", Times.text(spec.validTo()))
                .mapTo(Boolean.class)
                .one();
        if (anothers) {
            throw new IllegalArgumentException("the device is another subject's in that time");
        }
        long basisId = handle.createQuery("""
                        insert into telemetry.basis (kind, subject_id, device_id, valid_from, valid_to, hours)
                        values (:kind, :subject, :device, :from::timestamptz, :to::timestamptz, :hours::jsonb) returning basis_id
                        """)
                .bind("kind", spec.kind().name())
                .bind("subject", spec.subjectId())
                .bind("device", spec.deviceId())
                .bind("from", Times.text(spec.validFrom()))
                .bind("to", Times.text(spec.validTo()))
                .bind("hours", spec.hours().map(HoursJson::write).orElse(null))
                .mapTo(Long.class)
                .one();
        rules.changedWithPairs(handle, spec.subjectId(), spec.validFrom());
        return basisId;
    }

    /** Ends a basis early, at {@code at} (not after its present end; before its start means that it never was). */
    public void endBasis(Handle handle, long basisId, Instant at) {
        long subjectId = handle.createQuery(
                        "update telemetry.basis set valid_to = greatest(valid_from, least(valid_to, :at::timestamptz)), "
                                + CHANGE + " where basis_id = :basis returning subject_id")
                .bind("at", Times.text(at))
                .bind("basis", basisId)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new NoSuchElementException("no basis " + basisId));
        rules.changedWithPairs(handle, subjectId, at);
    }

    /** Writes a new rule into the subject's book and returns the rule's id. */
    public long putRule(Handle handle, RuleSpec spec) {
        return rules.put(handle, spec);
    }

    /** From {@code from} on the rule is as {@code spec} says; before, it was what it was. */
    public void reviseRule(Handle handle, long ruleId, RuleSpec spec, Instant from) {
        rules.revise(handle, ruleId, spec, from);
    }

    /** The rule ends at {@code at}. */
    public void endRule(Handle handle, long ruleId, Instant at) {
        rules.end(handle, ruleId, at);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, DeviceSpec spec, String identity) {
        return statement
                .bind("protocol", spec.protocol())
                .bind("identity", identity)
                .bind("model", spec.model())
                .bind(
                        "offset",
                        spec.clockOffset().map(ZoneOffset::getTotalSeconds).orElse(null))
                .bind("datum", spec.datum().name())
                .bind("bits", AlarmBits.write(spec.alarmBits()))
                .bind("code", spec.authCode().orElse(null))
                .bind("interval", Math.toIntExact(spec.sendInterval().toSeconds()))
                .bind("buffer", Math.toIntExact(spec.buffer().toSeconds()));
    }

    private static void lockDevice(Handle handle, long deviceId) {
        boolean there = handle.select("select device_id from telemetry.device where device_id = ? for update", deviceId)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
        require(there ? 1 : 0, "device", deviceId);
    }

    private static void require(int rows, String what, long id) {
        if (rows == 0) {
            throw new NoSuchElementException("no " + what + " " + id);
        }
    }
}
