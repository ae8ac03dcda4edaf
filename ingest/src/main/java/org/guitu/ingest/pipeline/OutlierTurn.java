package org.guitu.ingest.pipeline;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.guitu.geofence.evidence.EvidenceSettings;
import org.guitu.geofence.evidence.OutlierShare;
import org.guitu.geofence.rule.DeviceTerms;
import org.guitu.geofence.track.Fix;
import org.guitu.ingest.registry.Registry;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.SqlStates;
import org.guitu.ingest.store.Times;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns at night how often each device's fixes are wild, from its last weeks, and writes it into the books from then on. A share that is about what
 * the judge already goes by is left: every change is a new version of somebody's book.
 */
public final class OutlierTurn implements Runnable {

    static final Duration LEARN_FROM = Duration.ofDays(30);

    /** About two days of a bracelet's. */
    static final int FIXES_MIN = 1_000;

    /** A month of one a minute, and room; of a device that reports by the second, a day will do. */
    static final int FIXES_MAX = 100_000;

    /** What the estimate may be off by, see the tests of {@link OutlierShare}. */
    static final double WORTH_CHANGING = 0.25;

    private static final LocalTime NIGHT = LocalTime.of(3, 0);
    private static final Logger LOG = LoggerFactory.getLogger(OutlierTurn.class);

    private final Database database;
    private final Registry registry;
    private final ZoneId zone;
    private final InstantSource clock;
    private LocalDate learntOn = LocalDate.MIN;

    /**
     * @param zone whose nights
     */
    public OutlierTurn(Database database, ZoneId zone, InstantSource clock) {
        this.database = database;
        this.registry = new Registry(clock);
        this.zone = zone;
        this.clock = clock;
    }

    private record Worn(long deviceId, long subjectId, double share) {}

    /** Runs once a night; asked more often, it does nothing. */
    @Override
    public void run() {
        ZonedDateTime now = clock.instant().atZone(zone);
        if (now.toLocalTime().isBefore(NIGHT) || !learntOn.isBefore(now.toLocalDate())) {
            return;
        }
        learn(now.toInstant());
        learntOn = now.toLocalDate();
    }

    /** Learns of all devices that are worn now. */
    void learn(Instant now) {
        for (Worn worn : worn(now)) {
            try {
                learn(worn, now);
            } catch (RuntimeException failed) {
                if (SqlStates.isSql(failed)) {
                    throw failed;
                }
                LOG.error("nothing could be learnt of device {}", worn.deviceId(), failed);
            }
        }
    }

    private void learn(Worn worn, Instant now) {
        OutlierShare learnt = database.jdbi().inTransaction(handle -> estimate(handle, worn, now));
        boolean changed = Math.abs(learnt.share() - worn.share()) > WORTH_CHANGING * worn.share();
        if (learnt.fixes() >= FIXES_MIN && changed) {
            database.jdbi()
                    .useTransaction(handle ->
                            registry.learntOutliers(handle, worn.deviceId(), learnt.share(), learnt.fixes(), now));
            LOG.info("device {}: one fix in {} is wild", worn.deviceId(), Math.round(1 / learnt.share()));
        }
    }

    private static OutlierShare estimate(Handle handle, Worn worn, Instant now) {
        DeviceTerms usual = DeviceTerms.defaults();
        Instant from = now.minus(LEARN_FROM);
        try (PersonFixes fixes =
                new PersonFixes(handle, worn.subjectId(), from, now, row -> row.deviceId() == worn.deviceId())) {
            List<Fix> sample = new ArrayList<>();
            while (fixes.hasNext() && sample.size() < FIXES_MAX) {
                sample.add(fixes.next());
            }
            return OutlierShare.estimate(sample, usual.outlierShare(), EvidenceSettings.of(usual.freshFor()));
        } catch (SQLException failed) {
            throw new IllegalStateException("could not read the fixes of device " + worn.deviceId(), failed);
        } catch (StoredFixes.ReadFailure failed) {
            throw failed.unwrapped();
        }
    }

    private List<Worn> worn(Instant now) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                                select b.device_id, b.subject_id, coalesce(t.outlier_share, :usual) as share
                                  from telemetry.basis b
                                  cross join lateral (select outlier_share from telemetry.device_terms t
                                        where t.device_id = b.device_id and t.valid_from <= :now::timestamptz
                                        order by t.valid_from desc limit 1) t
                                 where b.valid_from <= :now::timestamptz and b.valid_to > :now::timestamptz
                                 order by b.device_id
                                """)
                        .bind("usual", DeviceTerms.defaults().outlierShare())
                        .bind("now", Times.text(now))
                        .map((row, context) ->
                                new Worn(row.getLong("device_id"), row.getLong("subject_id"), row.getDouble("share")))
                        .list());
    }
}
