package org.guitu.web.devices;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How one wearing went.
 *
 * @param worn how long it lasted, up to now
 * @param strapAlarms findings that the strap or the case was opened
 * @param silences findings that nothing was heard
 * @param observedShare of the lawful time of its whole days, between 0 and 1; empty where no whole day has been reckoned yet
 */
public record Compliance(Duration worn, long strapAlarms, long silences, Optional<Double> observedShare) {

    /** Of what has only just begun. */
    static final Compliance NONE = new Compliance(Duration.ZERO, 0, 0, Optional.empty());

    private static final String QUERY = """
            select w.activation_id, w.valid_from, w.valid_to,
                   (select count(*) from telemetry.finding f where f.subject_id = w.person_id and f.standing and f.kind = 'TAMPER'
                       and coalesce(f.device_id, w.device_id) = w.device_id
                       and f.started_at >= w.valid_from and f.started_at < coalesce(w.valid_to, 'infinity')) as straps,
                   (select count(*) from telemetry.finding f where f.subject_id = w.person_id and f.standing and f.kind = 'COMM_LOSS'
                       and f.started_at >= w.valid_from and f.started_at < coalesce(w.valid_to, 'infinity')) as silences,
                   c.observed_s, c.lawful_s
              from supervision.wearing w
              left join lateral (
                   select sum(observed_s) as observed_s,
                          sum(observed_s + no_packet_s + no_fix_s + powered_off_s + server_down_s) as lawful_s
                     from telemetry.coverage v
                    where v.subject_id = w.person_id and v.day > (w.valid_from at time zone v.zone)::date
                      and v.day < (coalesce(w.valid_to, :now) at time zone v.zone)::date) c on true
             where w.superseded_at is null and w.activation_id = any(:activations)""";

    /** Of each of these wearings, by activation. */
    static Map<Long, Compliance> of(Handle handle, List<Wearing> wearings, Instant now) {
        Map<Long, Compliance> found = new HashMap<>();
        handle.createQuery(QUERY)
                .bind("now", now)
                .bindArray(
                        "activations",
                        Long.class,
                        wearings.stream().map(Wearing::activationId).toList())
                .map((row, context) -> {
                    Timestamp ended = row.getTimestamp("valid_to");
                    Instant to = ended == null ? now : ended.toInstant();
                    long lawful = row.getLong("lawful_s");
                    return Map.entry(
                            row.getLong("activation_id"),
                            new Compliance(
                                    Duration.between(
                                            row.getTimestamp("valid_from").toInstant(), to),
                                    row.getLong("straps"),
                                    row.getLong("silences"),
                                    lawful == 0
                                            ? Optional.empty()
                                            : Optional.of((double) row.getLong("observed_s") / lawful)));
                })
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }
}
