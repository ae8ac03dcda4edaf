package org.guitu.ingest.registry;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.guitu.ingest.store.Times;
import org.jdbi.v3.core.Handle;

/**
 * Writes what the judge takes as given of devices, from an instant on. What held before stays on record, so that the past is judged by what was known
 * of the device then; the books of those who carry the device get a new version.
 */
final class DeviceTermsWriter {

    private final RuleBookWriter books;
    private final InstantSource clock;

    DeviceTermsWriter(RuleBookWriter books, InstantSource clock) {
        this.books = books;
        this.clock = clock;
    }

    /** The first terms of a new device: they have always held. */
    void first(Handle handle, long deviceId, DeviceSpec spec) {
        handle.createUpdate("""
                        insert into telemetry.device_terms (device_id, valid_from, send_interval_s, buffer_s)
                        values (:device, '-infinity', :interval, :buffer)
                        """)
                .bind("device", deviceId)
                .bind("interval", spec.sendInterval().toSeconds())
                .bind("buffer", spec.buffer().toSeconds())
                .execute();
    }

    /** The plan of a device as it is from now on; nothing is written if it is what it was. */
    void plan(Handle handle, long deviceId, DeviceSpec spec) {
        boolean same = handle.createQuery("""
                        select send_interval_s = :interval and buffer_s = :buffer from telemetry.device_terms
                         where device_id = :device order by valid_from desc limit 1
                        """)
                .bind("device", deviceId)
                .bind("interval", spec.sendInterval().toSeconds())
                .bind("buffer", spec.buffer().toSeconds())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
        if (!same) {
            Instant now = clock.instant();
            handle.createUpdate("""
                            insert into telemetry.device_terms (device_id, valid_from, send_interval_s, buffer_s, outlier_share, learnt_fixes)
                            select :device, :from::timestamptz, :interval, :buffer,
                                   (array_agg(outlier_share order by valid_from desc))[1],
                                   (array_agg(learnt_fixes order by valid_from desc))[1]
                              from telemetry.device_terms where device_id = :device
                            """)
                    .bind("device", deviceId)
                    .bind("from", Times.text(now))
                    .bind("interval", spec.sendInterval().toSeconds())
                    .bind("buffer", spec.buffer().toSeconds())
                    .execute();
            changed(handle, deviceId, now);
        }
    }

    /**
     * What was learnt of a device's errors, from an instant on.
     *
     * @param outlierShare share of its fixes that are wild, between 0 and 1
     * @param fixes from how many
     */
    void learnt(Handle handle, long deviceId, double outlierShare, int fixes, Instant from) {
        handle.createUpdate("""
                        insert into telemetry.device_terms (device_id, valid_from, send_interval_s, buffer_s, outlier_share, learnt_fixes)
                        select device_id, :from::timestamptz, send_interval_s, buffer_s, :share, :fixes
                          from telemetry.device_terms where device_id = :device order by valid_from desc limit 1
                        on conflict (device_id, valid_from) do update
                           set outlier_share = excluded.outlier_share, learnt_fixes = excluded.learnt_fixes
                        """)
                .bind("device", deviceId)
                .bind("from", Times.text(from))
                .bind("share", outlierShare)
                .bind("fixes", fixes)
                .execute();
        changed(handle, deviceId, from);
    }

    /** Everybody whose book tells of this device from that instant on, and every pair they are in: persons first, as the judge takes them. */
    private void changed(Handle handle, long deviceId, Instant from) {
        List<Long> subjects = handle.createQuery("""
                        with carriers as (
                            select distinct subject_id from telemetry.basis
                             where device_id = :device and valid_from < valid_to and valid_to > :from::timestamptz)
                        select id from (
                            select subject_id as id from carriers
                             union
                            select pair_id from telemetry.pair
                             where first_subject_id in (select * from carriers) or second_subject_id in (select * from carriers)) ids
                         order by id < 0, id
                        """)
                .bind("device", deviceId)
                .bind("from", Times.text(from))
                .mapTo(Long.class)
                .list();
        subjects.forEach(subject -> books.changed(handle, subject, from));
    }
}
