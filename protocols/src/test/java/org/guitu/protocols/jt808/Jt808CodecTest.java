package org.guitu.protocols.jt808;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.guitu.protocols.Decoded;
import org.guitu.protocols.Octets;
import org.guitu.protocols.SessionFacts;
import org.guitu.protocols.decode.Vectors;
import org.guitu.protocols.report.DeviceProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class Jt808CodecTest {

    private static final long SEED = Long.getLong("guitu.seed", 808);

    private final Jt808Protocol protocol = new Jt808Protocol();

    static Stream<Jt808Message> messages() {
        return SampleMessages.all();
    }

    static Stream<String> capturedFrames() {
        return Vectors.hexFrames("jt808")
                .filter(frame -> frame.length() > 20 && Octets.ofHex(frame).u8(0) == 0x7E)
                .filter(Jt808CodecTest::isOneFrame);
    }

    private static boolean isOneFrame(String hex) {
        ByteBuf bytes = Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex));
        return bytes.indexOf(1, bytes.readableBytes() - 1, (byte) 0x7E) < 0;
    }

    @ParameterizedTest
    @MethodSource("messages")
    void readsBackWhatItWrote(Jt808Message message) {
        assertThat(protocol.decode(frame(message))).isEqualTo(new Decoded.Message<>(message));
    }

    /** What a terminal sent and what we would send for it are the same bytes, for all but what we deliberately read leniently. */
    @ParameterizedTest
    @MethodSource("capturedFrames")
    void writesBackWhatItReadOfCapturedLocations(String hex) {
        ByteBuf captured = Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex));
        if (protocol.decode(captured) instanceof Decoded.Message<Jt808Message>(Jt808Message.Location location)
                && location.header().edition() == Jt808Header.Edition.EDITION_2013) {
            assertThat(ByteBufUtil.hexDump(frame(location))).isEqualTo(ByteBufUtil.hexDump(captured));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "7e8103000a02453031334900000100000029040000000a927e",
        "7e8300000d012345678900000105736d616c6c63686920353138027e",
        "7e8103000a000123456789000a0100000001040000000a057e",
        "7e8001000502453031334900010015000200ae7e",
        "7e810000070138001380000001000700413142322a7e",
        "7e8100400701000000000138001380000001000700413142326b7e",
        "7e80030007013800138000000700640200020005487e",
        "7e8103000a01380013800000020100000029040000003c307e",
        "7e8201000001380013800000032a7e",
        "7e820200060138001380000004000500000258777e",
        "7e8300000701380013800000050dc7ebbbd8b5e73b7e",
        "7e810500010138001380000006042d7e",
    })
    void writesThePlatformsMessagesByteForByte(String hex) {
        ByteBuf worked = Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex));

        assertThat(protocol.decode(worked)).isInstanceOfSatisfying(Decoded.Message.class, decoded -> {
            Jt808Message message = (Jt808Message) decoded.message();
            assertThat(message).isNotInstanceOf(Jt808Message.Unknown.class);
            assertThat(ByteBufUtil.hexDump(frame(message))).isEqualTo(hex);
        });
    }

    @Test
    void noTruncationOfAnyFrameIsReadOrThrows() {
        Stream.concat(capturedFrames(), SampleMessages.all().map(message -> ByteBufUtil.hexDump(frame(message))))
                .forEach(hex -> {
                    byte[] whole = ByteBufUtil.decodeHexDump(hex);
                    for (int length = 0; length < whole.length; length++) {
                        assertThat(protocol.decode(Unpooled.wrappedBuffer(whole, 0, length)))
                                .as("%d bytes of %s", length, hex)
                                .isInstanceOf(Decoded.Malformed.class);
                    }
                });
    }

    /** A shorter body with a right check byte and a right length is a frame that a broken terminal could send. */
    @Test
    void noShorterBodyThrows() {
        SampleMessages.all().forEach(message -> {
            byte[] body = bytes(Jt808Encoder.body(message));
            for (int length = 0; length < body.length; length++) {
                survives(frame(new Jt808Message.Unknown(
                        message.header(), message.messageId(), Octets.of(body).slice(0, length))));
            }
        });
    }

    @Test
    void randomBytesNeverThrow() {
        Random random = new Random(SEED);
        List<Integer> ids = SampleMessages.all().map(Jt808Message::messageId).toList();
        for (int i = 0; i < 50_000 * Integer.getInteger("guitu.soak", 1); i++) {
            byte[] bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            int id = ids.get(random.nextInt(ids.size()));
            Jt808Header header =
                    random.nextBoolean() ? Jt808Header.of2013("1", i & 0xFFFF) : Jt808Header.of2019("1", 1);
            try {
                survives(Unpooled.wrappedBuffer(bytes));
                survives(frame(new Jt808Message.Unknown(header, id, Octets.of(bytes))));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("guitu.seed=" + SEED + " round " + i, e);
            }
        }
    }

    @Test
    void escapesAreUndoneWhateverTheBytes() {
        Random random = new Random(SEED);
        byte[] special = {0x7D, 0x7E, 0x01, 0x02, 0x00};
        for (int i = 0; i < 5_000; i++) {
            byte[] body = new byte[random.nextInt(60)];
            for (int at = 0; at < body.length; at++) {
                body[at] = special[random.nextInt(special.length)];
            }
            Jt808Message message =
                    new Jt808Message.Unknown(Jt808Header.of2013("1", i & 0xFFFF), 0x0900, Octets.of(body));
            ByteBuf frame = frame(message);

            assertThat(frame.indexOf(1, frame.readableBytes() - 1, (byte) 0x7E))
                    .as("no flag inside")
                    .isNegative();
            assertThat(protocol.decode(frame)).as("seed %d", SEED).isEqualTo(new Decoded.Message<>(message));
        }
    }

    @Test
    void aBodyTooLongForOneFrameIsDividedAndPutTogetherAgain() {
        Jt808Message.Batch batch = new Jt808Message.Batch(
                Jt808Header.of2013("13800138000", 65535), 1, Collections.nCopies(100, SampleMessages.LOCATION), 0);

        assertThatThrownBy(() -> frame(batch)).isInstanceOf(IllegalArgumentException.class);
        List<Jt808Message> fragments = Jt808Fragments.of(batch, 500);

        assertThat(fragments).hasSizeGreaterThan(2);
        assertThat(fragments).extracting(fragment -> fragment.header().serial()).startsWith(65535, 0, 1);
        fragments.forEach(
                fragment -> assertThat(protocol.decode(frame(fragment))).isEqualTo(new Decoded.Message<>(fragment)));
    }

    private void survives(ByteBuf frame) {
        switch (protocol.decode(frame)) {
            case Decoded.Message<Jt808Message>(Jt808Message message) ->
                protocol.reports(message, SessionFacts.fresh(), DeviceProfile.standard(), SampleMessages.FIX_TIME);
            case Decoded.BadBody<Jt808Message> bad -> assertThat(bad.reason()).isNotBlank();
            case Decoded.Malformed<Jt808Message> malformed ->
                assertThat(malformed.reason()).isNotBlank();
        }
    }

    private ByteBuf frame(Jt808Message message) {
        ByteBuf out = Unpooled.buffer();
        protocol.encode(message, out);
        return out;
    }

    private static byte[] bytes(ByteBuf buffer) {
        return ByteBufUtil.getBytes(buffer);
    }
}
