package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.guitu.geofence.coverage.Coverage;
import org.guitu.geofence.coverage.Evidence;
import org.guitu.geofence.schedule.Span;
import org.junit.jupiter.api.Test;

/** What of a day was observed, and why not. A report speaks for twenty-five minutes. */
class J01_CoverageTest {

    private static final Duration FRESH = Duration.ofMinutes(25);
    private static final Span DAY = span("00:00 d2 00:00");

    private static Span span(String fromTo) {
        String[] words = fromTo.split("(?<!d\\d) ");
        return new Span(Track.at(words[0]), Track.at(words[1]));
    }

    private static List<Instant> times(String times) {
        return times.isEmpty()
                ? List.of()
                : Arrays.stream(times.split(" ")).map(Track::at).toList();
    }

    private static List<Instant> every(int minutes, String from, String to) {
        var times = new ArrayList<Instant>();
        for (Instant at = Track.at(from); !at.isAfter(Track.at(to)); at = at.plus(Duration.ofMinutes(minutes))) {
            times.add(at);
        }
        return times;
    }

    private static Evidence seen(List<Instant> fixes, List<Instant> blind, List<Span> heard) {
        return new Evidence(fixes, blind, at -> FRESH, List.of(DAY), heard, List.of(), List.of(), List.of());
    }

    private static String told(Coverage c) {
        return "observed %d, breach %d, not authorised %d, server %d, off %d, no fix %d, no packet %d"
                .formatted(
                        c.observed().toMinutes(),
                        c.breach().toMinutes(),
                        c.notAuthorised().toMinutes(),
                        c.serverDown().toMinutes(),
                        c.poweredOff().toMinutes(),
                        c.noFix().toMinutes(),
                        c.noPacket().toMinutes());
    }

    @Test
    void aGapLongerThanThePlanIsUnobservedFromItsFirstMinute() {
        var fixes = new ArrayList<>(every(10, "00:00", "10:00"));
        fixes.addAll(every(10, "12:00", "23:50"));
        assertThat(told(Coverage.of(DAY, seen(fixes, List.of(), List.of()), Track.at("d2 00:00"))))
                .isEqualTo("observed 1320, breach 0, not authorised 0, server 0, off 0, no fix 0, no packet 120");
    }

    @Test
    void packetsWithoutAFixAreAnotherCauseThanNoPackets() {
        var fixes = every(10, "00:00", "10:00");
        var heard = List.of(span("10:00 12:00"));
        assertThat(told(Coverage.of(DAY, seen(fixes, List.of(), heard), Track.at("14:00"))))
                .isEqualTo("observed 600, breach 0, not authorised 0, server 0, off 0, no fix 145, no packet 95");
        assertThat(told(Coverage.of(DAY, seen(fixes, every(10, "10:10", "12:00"), List.of()), Track.at("14:00"))))
                .isEqualTo("observed 600, breach 0, not authorised 0, server 0, off 0, no fix 135, no packet 105");
    }

    @Test
    void timeWithoutABasisIsNeitherObservedNorAGap() {
        var evidence = new Evidence(
                every(10, "00:00", "23:50"),
                List.of(),
                at -> FRESH,
                List.of(span("06:00 18:00")),
                List.of(),
                List.of(),
                List.of(),
                List.of(span("05:00 07:00")));
        assertThat(told(Coverage.of(DAY, evidence, Track.at("d2 00:00"))))
                .isEqualTo("observed 720, breach 60, not authorised 720, server 0, off 0, no fix 0, no packet 0");
    }

    @Test
    void ourDowntimeAndAShutDownComeBeforeSilence() {
        var evidence = new Evidence(
                every(10, "00:00", "10:00"),
                List.of(),
                at -> FRESH,
                List.of(DAY),
                List.of(),
                List.of(span("10:30 11:00")),
                List.of(span("12:00 13:00")),
                List.of());
        assertThat(told(Coverage.of(DAY, evidence, Track.at("14:00"))))
                .isEqualTo("observed 600, breach 0, not authorised 0, server 30, off 60, no fix 0, no packet 150");
    }

    @Test
    void theNewestReportSpeaksUntilNowWhileItIsFresh() {
        assertThat(Coverage.of(DAY, seen(times("12:00"), List.of(), List.of()), Track.at("12:20"))
                        .observed())
                .isEqualTo(Duration.ofMinutes(20));
        assertThat(Coverage.of(DAY, seen(times("12:00"), List.of(), List.of()), Track.at("12:30"))
                        .observed())
                .isZero();
    }

    @Test
    void thePartsAlwaysAddUpToTheDay() {
        long seed = 20261125;
        System.out.println("thePartsAlwaysAddUpToTheDay: seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Instant now = DAY.from().plusSeconds(random.nextInt(100_000));
            Duration fresh = Duration.ofMinutes(1 + random.nextInt(60));
            var evidence = new Evidence(
                    instants(random),
                    instants(random),
                    at -> fresh,
                    spans(random),
                    spans(random),
                    spans(random),
                    spans(random),
                    spans(random));
            Coverage coverage = Coverage.of(DAY, evidence, now);
            Duration day = Duration.between(DAY.from(), now.isBefore(DAY.to()) ? now : DAY.to());
            assertThat(coverage.total()).as("round %d of seed %d", i, seed).isEqualTo(day);
            assertThat(coverage.breach()).isLessThanOrEqualTo(coverage.observed());
        }
    }

    private static List<Instant> instants(Random random) {
        return random.ints(random.nextInt(200), -10_000, 100_000)
                .sorted()
                .mapToObj(second -> DAY.from().plusSeconds(second))
                .toList();
    }

    private static List<Span> spans(Random random) {
        var spans = new ArrayList<Span>();
        for (int i = random.nextInt(6); i > 0; i--) {
            Instant from = DAY.from().plusSeconds(random.nextInt(110_000) - 10_000L);
            spans.add(new Span(from, from.plusSeconds(random.nextInt(30_000))));
        }
        return Span.merged(spans);
    }
}
