package org.guitu.simulators.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.guitu.geofence.judgement.Judge;
import org.guitu.geofence.rule.DeviceTerms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How quiet and how prompt is the judge on days it was never tuned on? Prints the table; asserts the figures on the default family.
 * {@code -Dguitu.soak=10} takes ten times as many days, {@code -Dguitu.lab.first=1} the tuning days instead.
 */
class NoiseExaminationTest {

    private static final long FIRST = Long.getLong("guitu.lab.first", LabSeeds.TEST_FIRST);
    private static final int SOAK = Integer.getInteger("guitu.soak", 1);
    private static final int DAYS = 2_000 * SOAK;
    private static final int DAYS_OF_OTHERS = 500 * SOAK;
    private static final int DAYS_AS_THEY_ARRIVE = 250 * SOAK;

    private static final Map<LabFamily, Tally> OURS = new LinkedHashMap<>();
    private static final Tally ARRIVED = new Tally("this judge, by arrival");

    @BeforeAll
    static void judgeAll() {
        System.out.println("noise examination: seeds from " + FIRST);
        for (LabFamily family : LabFamily.values()) {
            judge(family, family == LabFamily.DEFAULT ? DAYS : DAYS_OF_OTHERS);
        }
        long takenBack = 0;
        var judge = new Judge();
        for (long seed = FIRST; seed < FIRST + DAYS_AS_THEY_ARRIVE; seed++) {
            LabDay day = LabDay.of(LabFamily.DEFAULT, seed);
            ARRIVED.add(
                    day,
                    Court.inOrderOfArrival(day, DeviceTerms.defaults()),
                    report -> report.row().receivedTime());
            takenBack += Court.takenBack(day, judge);
        }
        System.out.println("DEFAULT as it arrives, wrong clocks included, " + DAYS_AS_THEY_ARRIVE + " days");
        System.out.println("  " + ARRIVED.line() + ", " + takenBack + " raised and taken back");
    }

    private static void judge(LabFamily family, int days) {
        var ours = new Tally("this judge");
        var single = new Tally("fix by fix");
        var two = new Tally("two in a row, clear");
        var judge = new Judge();
        for (long seed = FIRST; seed < FIRST + days; seed++) {
            LabDay day = LabDay.of(family, seed);
            ours.add(day, Court.inDeviceTime(day, judge));
            single.add(day, Baselines.fixByFix(day));
            two.add(day, Baselines.twoInARow(day));
        }
        System.out.println(family + ", " + days + " device-days; ratios: of the medians, of the p90s, median, p90");
        System.out.println("  " + ours.line());
        System.out.println("  " + single.line());
        System.out.println("  " + two.line());
        OURS.put(family, ours);
    }

    private static Tally onDefault() {
        return OURS.get(LabFamily.DEFAULT);
    }

    @Test
    void raisesAtMostOneFalseFindingInFiftyDays() {
        assertThat(onDefault().falseADay()).as("%s", onDefault().mistaken()).isLessThanOrEqualTo(0.02);
    }

    @Test
    void tellsOneFindingPerViolation() {
        assertThat(onDefault().fragments()).isZero();
    }

    @Test
    void missesNoViolationThatIsDue() {
        assertThat(onDefault().due()).isGreaterThan(DAYS);
        assertThat(onDefault().missed()).isEmpty();
    }

    @Test
    void isAsPromptAsAJudgeCanBeThatTrustsNoSingleFix() {
        assertThat(onDefault().ratioOfQuantiles(0.5)).isLessThanOrEqualTo(1.10);
        assertThat(onDefault().ratioOfQuantiles(0.9)).isLessThanOrEqualTo(1.10);
        assertThat(onDefault().quantileOfRatios(0.5)).isLessThanOrEqualTo(1.10);
        assertThat(onDefault().quantileOfRatios(0.9)).isLessThanOrEqualTo(1.10);
    }

    @Test
    void isNoWorseInOrderOfArrivalAndWithWrongClocks() {
        assertThat(ARRIVED.missed()).isEmpty();
        assertThat(ARRIVED.falseADay()).as("%s", ARRIVED.mistaken()).isLessThanOrEqualTo(0.02);
        assertThat(ARRIVED.ratioOfQuantiles(0.5)).isLessThanOrEqualTo(1.10);
        assertThat(ARRIVED.ratioOfQuantiles(0.9)).isLessThanOrEqualTo(1.10);
    }
}
