package org.guitu.protocols.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.protocols.Octets;
import org.guitu.protocols.SessionFacts;
import org.guitu.protocols.report.Alarm;
import org.guitu.protocols.report.Coordinates;
import org.guitu.protocols.report.Datum;
import org.guitu.protocols.report.DeviceProfile;
import org.guitu.protocols.report.Report;
import org.guitu.protocols.report.Report.Item;
import org.guitu.protocols.report.Report.Kind;
import org.guitu.protocols.report.Report.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Jt808ReportsTest {

    private static final Instant FIX_TIME = Instant.parse("2026-11-22T02:15:00Z");
    private static final Jt808Header HEADER = Jt808Header.of2013("13800138000", 7);
    private static final Jt808Location LOCATION = Jt808Location.fix(FIX_TIME, 31.2304, 121.4737);

    @ParameterizedTest
    @CsvSource({
        "'', 0, SOS",
        "'', 1, OVERSPEED",
        "'', 4, GNSS_FAULT",
        "'', 5, GNSS_ANTENNA_CUT",
        "'', 6, GNSS_FAULT",
        "'', 7, LOW_BATTERY",
        "'', 8, POWER_CUT",
        "'', 10, ",
        "'', 15, ",
        "'', 16, TAMPER",
        "'', 17, TAMPER",
        "'', 20, GEOFENCE",
        "'', 21, GEOFENCE",
        "'', 23, GEOFENCE_OUT",
        "'', 28, MOVEMENT",
        "'', 29, FALL",
        "'', 30, FALL",
        "'', 31, DOOR",
        "light-sensor, 15, LOW_BATTERY",
        "light-sensor, 16, VIBRATION",
        "light-sensor, 17, STRAP_REMOVED",
        "light-sensor, 0, SOS",
        "strap-circuit, 15, VIBRATION",
        "strap-circuit, 16, TAMPER",
        "strap-circuit, 17, STRAP_REMOVED",
        "padlock, 0, STRAP_REMOVED",
        "padlock, 1, TAMPER",
        "padlock, 4, STRAP_REMOVED",
        "g-360p, 0, STRAP_REMOVED",
        "AL300, 16, MOVEMENT",
        "MV710G, 16, TAMPER",
        "never heard of, 16, TAMPER",
    })
    void readsEachAlarmBitAsTheProfileSays(String model, int bit, Alarm alarm) {
        Report report = report(LOCATION.withAlarmBits(1 << bit), Jt808Profiles.named(model));

        assertThat(report.alarms()).isEqualTo(alarm == null ? java.util.Set.of() : java.util.Set.of(alarm));
        assertThat(report.items()).contains(new Item("alarmBits", "%08x".formatted(1 << bit)));
    }

    @Test
    void aProfileMayGiveABitAnyMeaningOrNone() {
        DeviceProfile own = new DeviceProfile(
                "own",
                Optional.empty(),
                Datum.WGS84,
                Map.of(0, Optional.empty(), 20, Optional.of(Alarm.STRAP_REMOVED)));

        assertThat(report(LOCATION.withAlarmBits(1 | 1 << 20), own).alarms()).containsExactly(Alarm.STRAP_REMOVED);
    }

    @ParameterizedTest
    @CsvSource({"00, GEOFENCE_IN", "01, GEOFENCE_OUT"})
    void theAreaItemTellsEnteringFromLeaving(String direction, Alarm alarm) {
        Jt808Location crossing = LOCATION.withAlarmBits(1 << 20).withItem(item(0x12, "0300000007" + direction));

        assertThat(report(crossing).alarms()).containsExactly(alarm);
    }

    @ParameterizedTest
    @CsvSource({
        "06, 50, 80, ",
        "D4, 64, 100, ",
        "D4, FF, , true",
        "E1, 2D, 45, ",
        "E9, 0A, 10, ",
        "FE, 40, 64, ",
        "FE, C8, , ",
        "FE, 00000090, , ",
        "56, 0900, 90, ",
        "56, 0937, 55, ",
        "56, 07CD, 70, ",
        "56, 1400, , ",
        "E4, 0056, 86, true",
        "E4, 0156, 86, false",
        "E3, 005E019A019A, 94, ",
        "E3, 005E00640000, , ",
        "E3, 0100D50E0100, , ",
        "F7, 00000E870246, 70, true",
        "F7, 00000F48014E, 78, false",
        "EB, 000300A85C, 92, ",
        "EB, 000300E132, 50, ",
    })
    void findsTheBatteryWhereverVendorsPutIt(String id, String value, Double percent, Boolean charging) {
        Report report = report(LOCATION.withItem(item(Integer.parseInt(id, 16), value)));

        assertThat(report.batteryPercent()).isEqualTo(percent);
        assertThat(report.charging()).isEqualTo(charging);
    }

    @ParameterizedTest
    @CsvSource({
        "DA, 000101, ",
        "DA, 000200, STRAP_REMOVED",
        "E7, 0001000000000000, VIBRATION",
        "E7, 0008000000000000, SOS",
        "E7, 0000000400000000, ",
        "EB, 00060089FFFFFFFF, ",
        "EB, 00060089FFFFEFFF, STRAP_REMOVED",
        "EB, 00060089FFFFFFFE, POWER_OFF",
        "EB, 000600C5FFFFFFBF, VIBRATION",
        "EB, 000300C603, LOW_BATTERY",
        "EB, 000300C602, ",
        "57, 0000000000010000, ",
    })
    void raisesWhatVendorItemsSay(String id, String value, Alarm alarm) {
        Report report = report(LOCATION.withItem(item(Integer.parseInt(id, 16), value)));

        assertThat(report.alarms()).isEqualTo(alarm == null ? java.util.Set.of() : java.util.Set.of(alarm));
    }

    @ParameterizedTest
    @CsvSource({
        "61, 1D74, externalVolt, 75.4",
        "69, 0190, batteryVolt, 4.0",
        "D3, 007D, externalVolt, 12.5",
        "82, 0082, externalVolt, 13.0",
        "01, 0000007B, odometerKm, 12.3",
        "EB, 0004002D0FA5, batteryVolt, 4.005",
        "EB, 0006002D00003000, externalVolt, 12.288",
    })
    void readsVoltagesAndDistances(String id, String value, String name, double number) {
        assertThat(report(LOCATION.withItem(item(Integer.parseInt(id, 16), value)))
                        .items())
                .contains(new Item(name, number));
    }

    @ParameterizedTest
    @CsvSource({
        "53, 0101CC0024990A7D32, cells, 460-0-9369-2685@50",
        "5D, 0101CC0024990A7D01A0C4, cells, 460-0-9369-175964576@-60",
        "54, 01AABBCCDDEEFFC4, wifi, aabbccddeeff@-60",
        "EC, AABBCCDDEEFFC4, wifi, aabbccddeeff@-60",
        "F4, AABBCCDDEEFFC4112233445566B0, wifi, aabbccddeeff@-60;112233445566@-80",
        "E1, 01CC0000000001000000023C, cells, 460-0-1-2@60",
        "F0, 01CC0000085118AA0000550BA2, cells, 460-0-21771-139532458@-94",
        "EB, 01CC0024990A7D3C, cells, 460-0-9369-2685@60",
        "EB, 5554432D30343A3030, text, UTC-04:00",
        "F4, 04, item.F4, 04",
        "5D, 09, item.5D, 09",
        "77, 0102, item.77, 0102",
    })
    void keepsRadioSurroundingsAndWhatItDoesNotKnow(String id, String value, String name, String text) {
        assertThat(report(LOCATION.withItem(item(Integer.parseInt(id, 16), value)))
                        .items())
                .contains(new Item(name, text));
    }

    @Test
    void marksWhatCannotBePlotted() {
        assertThat(report(Jt808Location.fix(FIX_TIME, 0, 0)).marks()).containsExactly(Mark.ZERO_COORDINATES);
        assertThat(report(Jt808Location.fix(FIX_TIME, 116.3, 40)).marks()).containsExactly(Mark.COORDINATES_INVALID);
        assertThat(report(LOCATION.withoutFix()).marks()).containsExactly(Mark.LAST_KNOWN_ONLY);
        assertThat(report(LOCATION.withStatusBits(0x22)).marks()).containsExactly(Mark.COORDINATES_ENCRYPTED);
        assertThat(report(Jt808Location.fix(Instant.parse("2007-01-01T00:00:00Z"), 31, 121))
                        .marks())
                .containsExactly(Mark.TIME_SUSPECT);
        assertThat(report(LOCATION.withStatusBits(0x22)).located()).isFalse();
        assertThat(report(LOCATION).located()).isTrue();
    }

    @Test
    void theProfileSaysZoneAndDatum() {
        Coordinates place = new Coordinates(31.2304, 121.4737);
        Coordinates shifted = Datum.GCJ02.fromWgs84(place);
        DeviceProfile export = new DeviceProfile("export", Optional.of(ZoneOffset.ofHours(-3)), Datum.GCJ02, Map.of());

        Report report = report(Jt808Location.fix(FIX_TIME, shifted.latitude(), shifted.longitude()), export);

        assertThat(report.fixTime()).isEqualTo(FIX_TIME.plusSeconds(11 * 3600));
        assertThat(report.position().latitude())
                .isCloseTo(place.latitude(), org.assertj.core.api.Assertions.within(2e-6));
        assertThat(report.position().longitude())
                .isCloseTo(place.longitude(), org.assertj.core.api.Assertions.within(2e-6));
    }

    @Test
    void theFixedTailOfOneFamilyIsNoItemList() {
        Jt808Location tailed = decode("000000000000007800290000001814000000");

        assertThat(report(tailed).items())
                .contains(new Item("odometerKm", 120.0), new Item("batteryVolt", 4.1), new Item("radioSignal", 20))
                .noneMatch(item -> item.name().equals("partialItems"));
    }

    @Test
    void anItemCutShortKeepsTheRest() {
        Report report = report(decode("310109ebff0001"));

        assertThat(report.position().satellites()).isEqualTo(9);
        assertThat(report.items()).contains(new Item("partialItems", true), new Item("rest", "ebff0001"));
    }

    @Test
    void aHeartbeatIsASignOfLifeAndALoginIsNone() {
        assertThat(reports(new Jt808Message.Heartbeat(HEADER, Octets.of((byte) 80, (byte) 1, (byte) 2))))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.kind()).isEqualTo(Kind.HEARTBEAT);
                    assertThat(report.batteryPercent()).isEqualTo(80);
                });
        assertThat(reports(new Jt808Message.Authenticate(HEADER, "code"))).isEmpty();
        assertThat(reports(new Jt808Message.Fragment(HEADER, 0x0200, 2, 1, Octets.EMPTY)))
                .isEmpty();
    }

    private static Jt808Location decode(String hexAfterBasicBlock) {
        io.netty.buffer.ByteBuf body = Jt808Encoder.body(new Jt808Message.Location(HEADER, LOCATION));
        Octets.ofHex(hexAfterBasicBlock).writeTo(body);
        return Jt808Locations.read(Octets.read(body, body.readableBytes())).orElseThrow();
    }

    private static Jt808Item item(int id, String hex) {
        return new Jt808Item(id, Octets.ofHex(hex));
    }

    private static Report report(Jt808Location location) {
        return report(location, DeviceProfile.standard());
    }

    private static Report report(Jt808Location location, DeviceProfile profile) {
        return new Jt808Protocol()
                .reports(
                        new Jt808Message.Location(HEADER, location),
                        SessionFacts.fresh(),
                        profile,
                        FIX_TIME.plusSeconds(86_400))
                .getFirst();
    }

    private static List<Report> reports(Jt808Message message) {
        return new Jt808Protocol()
                .reports(message, SessionFacts.fresh(), DeviceProfile.standard(), FIX_TIME.plusSeconds(5));
    }
}
