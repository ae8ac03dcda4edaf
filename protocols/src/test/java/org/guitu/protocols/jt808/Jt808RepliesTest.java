package org.guitu.protocols.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.guitu.protocols.Answer;
import org.guitu.protocols.Answer.Reason;
import org.guitu.protocols.Octets;
import org.guitu.protocols.jt808.Jt808Message.PlatformReply;
import org.guitu.protocols.jt808.Jt808Message.RegisterReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class Jt808RepliesTest {

    private static final Jt808Header HEADER = new Jt808Header(Jt808Header.Edition.EDITION_2013, "4eb6fb4ad628", 7);
    private static final Jt808Message LOCATION = new Jt808Message.Location(HEADER, SampleMessages.LOCATION);

    private final Jt808Protocol protocol = new Jt808Protocol();

    @Test
    void whatIsStoredIsAcknowledgedUnderItsOwnSerialAndPhoneNumber() {
        assertThat(protocol.reply(LOCATION, new Answer.Stored(), 65537))
                .contains(new PlatformReply(HEADER.withSerial(1), 7, 0x0200, 0));
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN_DEVICE, 1", "NOT_AUTHENTICATED, 1", "MESSAGE_ERROR, 2", "UNSUPPORTED, 3"})
    void aRefusalSaysWhy(Reason reason, int result) {
        assertThat(protocol.reply(LOCATION, new Answer.Refused(reason), 1))
                .contains(new PlatformReply(HEADER.withSerial(1), 7, 0x0200, result));
    }

    @Test
    void aRegistrationIsAnsweredByItsOwnReply() {
        Jt808Message register = new Jt808Message.Register(HEADER, 0, 0, "", "", "", 0, "");

        assertThat(protocol.reply(register, new Answer.Registered("A1B2"), 1))
                .contains(new RegisterReply(HEADER.withSerial(1), 7, 0, "A1B2"));
        assertThat(protocol.reply(register, new Answer.Refused(Reason.UNKNOWN_DEVICE), 1))
                .contains(new RegisterReply(HEADER.withSerial(1), 7, 4, ""));
    }

    static List<Jt808Message> answers() {
        return List.of(
                new Jt808Message.TerminalReply(HEADER, 1, 0x8103, 0),
                new Jt808Message.LocationAnswer(HEADER, 1, SampleMessages.LOCATION),
                new Jt808Message.ParametersAnswer(HEADER, 1, List.of()),
                new Jt808Message.Unknown(HEADER, 0x0107, Octets.EMPTY),
                new Jt808Message.Unknown(HEADER, 0x5501, Octets.EMPTY),
                new Jt808Message.PlatformReply(HEADER, 1, 0x0200, 0));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerIsNotAnswered(Jt808Message answer) {
        assertThat(protocol.reply(answer, new Answer.Stored(), 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0x0702, 0", "0x0900, 0", "0x0801, 3", "0x6006, 3"})
    void messagesWithNothingToKeepAreTakenAndUnknownOnesDeclaredUnsupported(String id, int result) {
        Jt808Message unknown = new Jt808Message.Unknown(HEADER, Integer.decode(id), Octets.EMPTY);

        assertThat(protocol.reply(unknown, new Answer.Stored(), 1))
                .contains(new PlatformReply(HEADER.withSerial(1), 7, Integer.decode(id), result));
    }

    @Test
    void whatCannotBeDecipheredIsNeverAcknowledgedAsStored() {
        assertThat(protocol.reply(new Jt808Message.Encrypted(HEADER, 0x0200, Octets.EMPTY), new Answer.Stored(), 1))
                .contains(new PlatformReply(HEADER.withSerial(1), 7, 0x0200, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "013800138000, 013800138000",
        "000000000000, 000000000000",
        "4e5de66fba22, 861652050068820",
        "4eb6fb4ad628, 865478070001047",
    })
    void aBinaryPhoneNumberIsAnImei(String phoneHex, String deviceId) {
        assertThat(new Jt808Header(Jt808Header.Edition.EDITION_2013, phoneHex, 1).deviceId())
                .isEqualTo(deviceId);
    }
}
