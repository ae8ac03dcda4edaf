package org.guitu.protocols.jt808;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.guitu.protocols.Octets;

/** One message of every type that can be written, in both head layouts. */
final class SampleMessages {

    static final Instant FIX_TIME = Instant.parse("2026-11-22T02:15:00Z");
    static final Jt808Location LOCATION = Jt808Location.fix(FIX_TIME, -31.2304, 121.4737)
            .withMotion(45.6, 271, -3)
            .withAlarmBits(0x7D7E7D01)
            .withItem(Jt808Item.odometer(12.3))
            .withItem(Jt808Item.satellites(9))
            .withItem(Jt808Item.battery(77))
            .withItem(Jt808Item.strap(2, true));

    private SampleMessages() {}

    static Stream<Jt808Message> all() {
        return Stream.of(Jt808Header.of2013("13800138000", 0x7E7D), Jt808Header.of2019("861359030000015", 1))
                .flatMap(header -> Stream.of(
                        new Jt808Message.Register(header, 31, 110, "测试", "MODEL-1", "0000007", 1, "沪A·测试"),
                        authenticate(header),
                        new Jt808Message.Heartbeat(header),
                        new Jt808Message.Heartbeat(header, Octets.of((byte) 80, (byte) 20, (byte) 0)),
                        new Jt808Message.Logout(header),
                        new Jt808Message.Location(header, LOCATION),
                        new Jt808Message.LocationAnswer(header, 65535, LOCATION.withoutFix()),
                        new Jt808Message.Batch(header, 1, List.of(LOCATION, LOCATION.withAlarmBits(0)), 0),
                        new Jt808Message.CompactBatch(header, List.of(LOCATION), 0),
                        new Jt808Message.CompactStatus(header, 79, LOCATION.time()),
                        new Jt808Message.TerminalReply(header, 5, 0x8103, 0),
                        new Jt808Message.ParametersAnswer(header, 6, List.of(Jt808Parameter.u32(0x29, 60))),
                        new Jt808Message.Fragment(header, 0x0704, 3, 2, Octets.ofHex("7e7d017d02")),
                        new Jt808Message.Encrypted(header, 0x0200, Octets.ofHex("00112233")),
                        new Jt808Message.Unknown(header, 0x0702, Octets.ofHex("01")),
                        new Jt808Message.PlatformReply(header, 7, 0x0200, 0),
                        new Jt808Message.RegisterReply(header, 7, 0, "A1B2"),
                        new Jt808Message.ResendFragments(header, 100, List.of(2, 5)),
                        new Jt808Message.SetParameters(header, List.of(Jt808Parameter.u32(0x29, 60))),
                        new Jt808Message.Control(header, 4, Octets.EMPTY),
                        new Jt808Message.LocateNow(header),
                        new Jt808Message.TrackFor(header, 5, 600),
                        text(header)));
    }

    private static Jt808Message authenticate(Jt808Header header) {
        return header.edition() == Jt808Header.Edition.EDITION_2019
                ? new Jt808Message.Authenticate(header, "A1B2", "861359030000015", "V1.0")
                : new Jt808Message.Authenticate(header, "A1B2");
    }

    private static Jt808Message text(Jt808Header header) {
        int type = header.edition() == Jt808Header.Edition.EDITION_2019 ? 1 : 0;
        return new Jt808Message.Text(header, 0x0D, type, "请回电");
    }
}
