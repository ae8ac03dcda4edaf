package org.guitu.protocols.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.guitu.protocols.SessionFacts;
import org.guitu.protocols.jt808.Jt808Header;
import org.guitu.protocols.jt808.Jt808Item;
import org.guitu.protocols.jt808.Jt808Location;
import org.guitu.protocols.jt808.Jt808Message;
import org.guitu.protocols.jt808.Jt808Protocol;
import org.guitu.protocols.report.Report.Mark;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    private static final Instant FIX_TIME = Instant.parse("2026-11-22T08:00:00Z");
    private static final Jt808Location LOCATION = Jt808Location.fix(FIX_TIME, 31.2304, 121.4737)
            .withMotion(3.6, 90, 12)
            .withItem(Jt808Item.battery(80));

    /** The value is stored in databases: a change here is a migration. */
    @Test
    void theValueNeverChanges() {
        assertThat(ContentHash.of(sent(new Jt808Message.Location(Jt808Header.of2013("13800138000", 7), LOCATION))))
                .isEqualTo(GOLDEN);
    }

    private static final long GOLDEN = 8_199_277_060_582_870_705L;

    @Test
    void sentAgainLateInABatchItIsTheSameReport() {
        Report first = sent(new Jt808Message.Location(Jt808Header.of2013("13800138000", 7), LOCATION));
        Report again = sent(new Jt808Message.Batch(
                Jt808Header.of2019("13800138000", 900), Jt808Message.Batch.TYPE_LATE, List.of(LOCATION), 0));

        assertThat(again.marks()).contains(Mark.BUFFERED);
        assertThat(ContentHash.of(again)).isEqualTo(ContentHash.of(first));
    }

    @Test
    void theReceiveTimeDoesNotMatter() {
        Report report = sent(new Jt808Message.Location(Jt808Header.of2013("13800138000", 7), LOCATION));
        Set<Mark> doubted = EnumSet.of(Mark.TIME_SUSPECT);
        doubted.addAll(report.marks());

        assertThat(ContentHash.of(new Report(
                        report.kind(),
                        report.deviceId(),
                        report.fixTime(),
                        report.position(),
                        report.batteryPercent(),
                        report.charging(),
                        report.alarms(),
                        doubted,
                        report.items())))
                .isEqualTo(ContentHash.of(report));
    }

    @Test
    void everythingElseMatters() {
        List<Jt808Location> variants = List.of(
                LOCATION,
                LOCATION.withAlarmBits(1),
                LOCATION.withoutFix(),
                LOCATION.withMotion(3.7, 90, 12),
                LOCATION.withItem(Jt808Item.signal(20)),
                LOCATION.withItem(Jt808Item.strap(1, false)),
                Jt808Location.fix(FIX_TIME, 31.2304, 121.473701),
                Jt808Location.fix(FIX_TIME.plusSeconds(1), 31.2304, 121.4737));

        assertThat(variants)
                .extracting(location ->
                        ContentHash.of(sent(new Jt808Message.Location(Jt808Header.of2013("13800138000", 7), location))))
                .doesNotHaveDuplicates();
    }

    private static Report sent(Jt808Message message) {
        return new Jt808Protocol()
                .reports(message, SessionFacts.fresh(), DeviceProfile.standard(), FIX_TIME.plusSeconds(5))
                .getFirst();
    }
}
