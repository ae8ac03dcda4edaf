package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.judgement.Fold;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.schedule.Span;
import org.guitu.geofence.silence.Arrivals;
import org.guitu.geofence.silence.Silence;
import org.junit.jupiter.api.Test;

/** A plan of a point and a packet every ten minutes with fifteen minutes' buffer: silence at twenty-five minutes, not at twenty-four. */
class I01_SilenceTest {

    private static final Rule PLAN = TestZones.rule(
            6,
            new Order.ReportEvery(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(15)),
            Optional.empty());

    /** Arrivals at these times; a time with a star brought a fix. */
    private static Arrivals arrivals(String times, Span... downtime) {
        List<Span> packets = new ArrayList<>();
        List<Span> located = new ArrayList<>();
        for (String time : times.split("(?<!d\\d) ")) {
            Instant at = Track.at(time.replace("*", ""));
            packets.add(new Span(at, at));
            if (time.endsWith("*")) {
                located.add(new Span(at, at));
            }
        }
        return new Arrivals(packets, located, List.of(downtime));
    }

    private static Fold judge(Arrivals arrivals, String now, Rule... rules) {
        return Silence.judge(Instant.MIN, TestZones.book(rules), arrivals, Track.at(now));
    }

    private static List<String> told(Fold fold) {
        return fold.findings().stream()
                .map(finding -> Watch.line(finding.kind() + " ", finding))
                .toList();
    }

    @Test
    void twentyFourMinutesAreNoSilenceAndTwentyFiveAre() {
        assertThat(told(judge(arrivals("10:00* 10:24*"), "10:24", PLAN))).isEmpty();
        assertThat(told(judge(arrivals("10:00*"), "10:24", PLAN))).isEmpty();
        assertThat(judge(arrivals("10:00*"), "10:24", PLAN).wakeAt()).contains(Track.at("10:25"));
        assertThat(told(judge(arrivals("10:00*"), "10:25", PLAN)))
                .containsExactly("COMM_LOSS 10:00 to now, confirmed 10:25");
    }

    @Test
    void thePacketEndsItAndABacklogThatComesWithItDoesNotUnmakeIt() {
        assertThat(told(judge(arrivals("10:00* 11:00*"), "11:10", PLAN)))
                .containsExactly("COMM_LOSS 10:00 to 11:00, confirmed 10:25");
    }

    @Test
    void packetsWithoutAFixAreNoSilenceButBlindness() {
        assertThat(told(judge(arrivals("10:00* 10:10 10:20 10:30 10:40"), "10:45", PLAN)))
                .containsExactly("NO_FIX 10:00 to now, confirmed 10:25");
        assertThat(told(judge(arrivals("10:00* 10:10 10:20 10:24*"), "10:30", PLAN)))
                .isEmpty();
    }

    @Test
    void whoIsNotHeardOfIsNotSaidToBeBlindAsWell() {
        assertThat(told(judge(arrivals("10:00* 11:00 11:10 11:20 11:30"), "11:32", PLAN)))
                .containsExactly("COMM_LOSS 10:00 to 11:00, confirmed 10:25", "NO_FIX 11:00 to now, confirmed 11:25");
    }

    @Test
    void ourOwnDowntimeIsNobodysSilence() {
        Span down = new Span(Track.at("10:05"), Track.at("10:50"));
        assertThat(told(judge(arrivals("10:00* 10:55*", down), "11:00", PLAN))).isEmpty();
        Fold fold = judge(arrivals("10:00*", down), "11:00", PLAN);
        assertThat(told(fold)).isEmpty();
        assertThat(fold.wakeAt()).contains(Track.at("11:10"));
        assertThat(told(judge(arrivals("10:00*", down), "11:10", PLAN)))
                .containsExactly("COMM_LOSS 10:00 to now, confirmed 11:10");
    }

    @Test
    void aPlanCountsFromWhenItComesIntoForceAndNotAfterItsEnd() {
        Rule later = TestZones.between(PLAN, Track.at("11:00"), Track.at("12:00"));
        assertThat(told(judge(arrivals("10:00*"), "11:24", later))).isEmpty();
        assertThat(told(judge(arrivals("10:00*"), "13:00", later)))
                .containsExactly("COMM_LOSS 11:00 to 12:00, confirmed 11:25");
    }

    @Test
    void aPlanThatIsChangedDuringASilenceGoesOnByItsNewTerms() {
        Rule before = TestZones.between(PLAN, Track.at("08:00"), Track.at("10:30"));
        Rule after = new Rule(
                6,
                new Order.ReportEvery(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(30)),
                Optional.empty(),
                Track.at("10:30"),
                Instant.MAX);
        assertThat(told(judge(arrivals("10:00*"), "10:29", before, after)))
                .containsExactly("COMM_LOSS 10:00 to now, confirmed 10:25");
        assertThat(told(judge(arrivals("10:00*"), "10:35", before, after))).isEmpty();
        assertThat(told(judge(arrivals("10:00* 11:00*"), "11:10", before, after)))
                .containsExactly("COMM_LOSS 10:00 to 11:00, confirmed 10:40");
    }

    @Test
    void onlyItsHoursCount() {
        Rule daytime = TestZones.rule(6, PLAN.order(), Optional.of(TestZones.daily("08:00-20:00")));
        assertThat(told(judge(arrivals("19:50* d2 07:55*"), "d2 08:10", daytime)))
                .isEmpty();
        assertThat(told(judge(arrivals("19:30* d2 08:40*"), "d2 08:50", daytime)))
                .containsExactly(
                        "COMM_LOSS 19:30 to 20:00, confirmed 19:55",
                        "COMM_LOSS d2 08:00 to d2 08:40, confirmed d2 08:25");
    }

    @Test
    void aDeviceThatWasNeverHeardOfIsUnobserved() {
        Fold fold = judge(new Arrivals(List.of(), List.of(), List.of()), "13:00", PLAN);
        assertThat(told(fold)).isEmpty();
        assertThat(fold.standings())
                .singleElement()
                .satisfies(standing -> assertThat(standing.state()).isEqualTo(Fold.Standing.State.UNOBSERVED));
    }
}
