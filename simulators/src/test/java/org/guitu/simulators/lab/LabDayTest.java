package org.guitu.simulators.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.guitu.geofence.replay.ReplayRow;
import org.guitu.geofence.zone.PreparedArea;
import org.junit.jupiter.api.Test;

/** The laboratory makes what its parameters say. */
class LabDayTest {

    private static final List<LabDay> DAYS = LongStream.range(LabSeeds.TUNING_FIRST, LabSeeds.TUNING_FIRST + 300)
            .mapToObj(seed -> LabDay.of(LabFamily.DEFAULT, seed))
            .toList();

    @Test
    void theSameSeedMakesTheSameDay() {
        assertThat(LabDay.of(LabFamily.HARSH, 7)).isEqualTo(LabDay.of(LabFamily.HARSH, 7));
        assertThat(LabDay.of(LabFamily.HARSH, 7)).isNotEqualTo(LabDay.of(LabFamily.HARSH, 8));
    }

    @Test
    void wildAndCellFixesHaveTheirShares() {
        double located = count(report -> report.origin() != Origin.NONE);
        assertThat(count(report -> report.origin() == Origin.WILD) / located)
                .isCloseTo(LabFamily.DEFAULT.noise().wildShare(), within(0.001));
        assertThat(count(report -> report.origin() == Origin.CELL) / located)
                .isCloseTo(LabFamily.DEFAULT.noise().cellShare(), within(0.003));
    }

    @Test
    void wildFixesClaimTwoToTenMetres() {
        for (LabDay day : DAYS) {
            for (LabReport report : day.reports()) {
                Double claim = report.row().accuracyMeters();
                if (report.origin() == Origin.WILD && claim != null) {
                    assertThat(claim).isBetween(2.0, 10.0);
                }
            }
        }
    }

    @Test
    void honestFixesLieBeyondTheEdgeInMostOfAViolationAndWithinItOtherwise() {
        int outside = 0;
        int evidence = 0;
        for (LabDay day : DAYS) {
            PreparedArea area = PreparedArea.of(day.zone().order().ground().orElseThrow());
            for (LabViolation violation : day.violations()) {
                for (LabReport report : violation.evidence()) {
                    evidence++;
                    outside += area.contains(
                                    report.row().fix().latitude(),
                                    report.row().fix().longitude())
                            ? 0
                            : 1;
                }
            }
        }
        assertThat(evidence).isGreaterThan(1_000);
        assertThat(outside / (double) evidence).isGreaterThan(0.97);
    }

    @Test
    void reportsComeLateReversedTwiceAndWithWrongClocks() {
        assertThat(count(report -> lag(report).compareTo(Duration.ofMinutes(2)) > 0))
                .isPositive();
        assertThat(count(report -> report.row().fixTime().isBefore(Instant.EPOCH.plus(Duration.ofDays(2)))))
                .isPositive();
        assertThat(count(report -> report.row()
                        .fixTime()
                        .isAfter(report.row().receivedTime().plusSeconds(60))))
                .isPositive();
        int twice = 0;
        int backwards = 0;
        for (LabDay day : DAYS) {
            Set<Instant> seen = new HashSet<>();
            Instant last = Instant.MIN;
            for (LabReport report : day.reports()) {
                boolean first = seen.add(report.trueTime());
                twice += first ? 0 : 1;
                backwards += first && report.trueTime().isBefore(last) ? 1 : 0;
                last = report.trueTime();
            }
        }
        assertThat(twice).isPositive();
        assertThat(backwards).isPositive();
    }

    @Test
    void rowsAreInOrderOfArrival() {
        for (LabDay day : DAYS) {
            assertThat(day.reports())
                    .extracting(report -> report.row().receivedTime())
                    .isSorted();
        }
    }

    @Test
    void violationsAreAbruptAndRampedShallowAndDeepShortAndLong() {
        List<LabViolation> all =
                DAYS.stream().flatMap(day -> day.violations().stream()).toList();
        assertThat(all).anyMatch(LabViolation::abrupt).anyMatch(violation -> !violation.abrupt());
        assertThat(all)
                .anyMatch(violation -> violation.depthMeters() < 40)
                .anyMatch(violation -> violation.depthMeters() > 2_000);
        assertThat(all).anyMatch(LabViolation::due).anyMatch(violation -> !violation.due());
    }

    @Test
    void theFilesAreWhatReplayReads() throws Exception {
        LabDay day = DAYS.getFirst();
        var zones = new ObjectMapper().readTree(LabFiles.zones(day));
        assertThat(zones.at("/features/0/properties/rule").asText()).isEqualTo("stay_in");
        assertThat(zones.at("/features/0/properties/radiusM").asDouble()).isBetween(60.0, 120.0);
        List<String> lines = LabFiles.track(day).lines().toList();
        assertThat(lines).hasSize(day.reports().size() + 1);
        assertThat(lines.getFirst()).startsWith("deviceId,fixTime,receivedTime,lat,lon,valid,accuracyM");
        ReplayRow row = day.reports().getFirst().row();
        assertThat(lines.get(1)).startsWith("lab-1," + row.fixTime() + "," + row.receivedTime() + ",");
        assertThat(LabFiles.truth(day).lines()).hasSize(day.violations().size() + 1);
    }

    private static double count(Predicate<LabReport> which) {
        return DAYS.stream()
                .mapToLong(day -> day.reports().stream().filter(which).count())
                .sum();
    }

    private static Duration lag(LabReport report) {
        return Duration.between(report.trueTime(), report.row().receivedTime());
    }
}
