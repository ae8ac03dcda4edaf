package org.guitu.geofence.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.judgement.Judge;
import org.guitu.geofence.rule.DeviceTerms;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.Span;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.silence.Arrivals;
import org.guitu.geofence.silence.Silence;
import org.guitu.geofence.track.Fix;
import org.guitu.geofence.track.FixTimes;
import org.jspecify.annotations.Nullable;

/** Judges recorded tracks of any number of devices against one set of zones, offline: the core of {@code ./guitu replay}. */
public final class Replay {

    private final Judge judge;
    private final List<Zone> zones;
    private final RuleBook book;

    /**
     * A zone that is ordered for every device, at all times.
     *
     * @param id as the zone file names it
     * @param schedule when; empty means always
     */
    public record Zone(String id, Order order, Optional<WeeklySchedule> schedule) {
        public RuleKind rule() {
            return order.kind();
        }
    }

    /**
     * A finding as replay prints it.
     *
     * @param start when the violation began
     * @param confirmedAt device time of the convincing fix, or the instant at which the clock alone made it
     * @param raisedAt arrival time at which the engine could know
     * @param end when it ended; null while it lasts
     * @param depthMeters greatest believed distance beyond the edge
     * @param fixes how many fixes weigh in it
     * @param retrospective whether it had ended when its evidence arrived
     */
    public record Result(
            String deviceId,
            String zoneId,
            RuleKind rule,
            Instant start,
            Instant confirmedAt,
            Instant raisedAt,
            @Nullable Instant end,
            double depthMeters,
            int fixes,
            boolean retrospective) {}

    public Replay(List<Zone> zones, DeviceTerms terms) {
        this.judge = new Judge();
        this.zones = List.copyOf(zones);
        var rules = new ArrayList<Rule>();
        for (int i = 0; i < zones.size(); i++) {
            Zone zone = zones.get(i);
            rules.add(new Rule(i, zone.order(), zone.schedule(), Instant.MIN, Instant.MAX));
        }
        this.book = new RuleBook(1, rules, List.of(terms));
    }

    /**
     * Judges rows in the order in which they arrived. Rows whose time cannot be ({@link FixTimes}) are passed over.
     *
     * @param until where the clock stands at the end; empty: at the last arrival
     * @return the findings about zones that stand at the end, in the order in which they were raised. What devices raise themselves
     *     (strap, SOS) belongs to no zone and is left out
     */
    public List<Result> run(List<ReplayRow> rows, Optional<Instant> until) {
        Map<String, Timeline> timelines = new LinkedHashMap<>();
        Map<String, List<Fix>> together = new HashMap<>();
        Map<String, Heard> heard = new LinkedHashMap<>();
        Instant clock = Instant.MIN;
        for (ReplayRow row : rows) {
            heard.computeIfAbsent(row.deviceId(), id -> new Heard()).add(row);
            clock = row.receivedTime().isAfter(clock) ? row.receivedTime() : clock;
            if (!FixTimes.possible(row.fixTime(), row.receivedTime())) {
                continue;
            }
            List<Fix> waiting = together.computeIfAbsent(row.deviceId(), id -> new ArrayList<>());
            // What one device delivers at one instant is known together.
            if (!waiting.isEmpty() && !waiting.getLast().receivedAt().equals(row.receivedTime())) {
                deliver(row.deviceId(), waiting, timelines);
            }
            waiting.add(row.fix());
        }
        together.forEach((deviceId, waiting) -> deliver(deviceId, waiting, timelines));
        Instant last = until.orElse(clock);
        var results = new ArrayList<Result>();
        timelines.forEach((deviceId, timeline) -> {
            if (last.isAfter(timeline.clock())) {
                timeline.advanceTo(last);
            }
            for (RaisedFinding raised : timeline.findings()) {
                if (raised.finding().ruleId().isPresent()) {
                    results.add(result(deviceId, raised));
                }
            }
        });
        heard.forEach((deviceId, arrivals) -> silences(deviceId, arrivals, last, results));
        results.sort(Comparator.comparing(Result::raisedAt)
                .thenComparing(Result::start)
                .thenComparing(Result::deviceId)
                .thenComparing(Result::zoneId));
        return List.copyOf(results);
    }

    /** When one device was heard of. */
    private static final class Heard {
        private final List<Span> packets = new ArrayList<>();
        private final List<Span> located = new ArrayList<>();

        void add(ReplayRow row) {
            Span arrival = new Span(row.receivedTime(), row.receivedTime());
            packets.add(arrival);
            if (row.fix().located()) {
                located.add(arrival);
            }
        }

        Arrivals arrivals() {
            return new Arrivals(sorted(packets), sorted(located), List.of());
        }

        private static List<Span> sorted(List<Span> arrivals) {
            return arrivals.stream().sorted(Comparator.comparing(Span::from)).toList();
        }
    }

    /** What the plans of the book say of one device; a silence is known at the instant it has lasted long enough. */
    private void silences(String deviceId, Heard heard, Instant last, List<Result> results) {
        if (book.plans().isEmpty()) {
            return;
        }
        for (Finding finding :
                Silence.judge(Instant.MIN, book, heard.arrivals(), last).findings()) {
            results.add(result(deviceId, new RaisedFinding(0, finding, finding.confirmedAt(), false)));
        }
    }

    private void deliver(String deviceId, List<Fix> waiting, Map<String, Timeline> timelines) {
        timelines.computeIfAbsent(deviceId, id -> new Timeline(judge, book)).accept(waiting);
        waiting.clear();
    }

    private Result result(String deviceId, RaisedFinding raised) {
        Finding finding = raised.finding();
        Zone zone = zones.get((int) finding.ruleId().orElseThrow());
        return new Result(
                deviceId,
                zone.id(),
                zone.rule(),
                finding.start(),
                finding.confirmedAt(),
                raised.raisedAt(),
                finding.end(),
                finding.depthMeters(),
                finding.fixes(),
                raised.retrospective());
    }
}
