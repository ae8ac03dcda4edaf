package org.guitu.protocols.jt808;

import java.util.Optional;
import org.guitu.protocols.Answer;
import org.guitu.protocols.jt808.Jt808Message.Authenticate;
import org.guitu.protocols.jt808.Jt808Message.Batch;
import org.guitu.protocols.jt808.Jt808Message.CompactBatch;
import org.guitu.protocols.jt808.Jt808Message.CompactStatus;
import org.guitu.protocols.jt808.Jt808Message.Control;
import org.guitu.protocols.jt808.Jt808Message.Encrypted;
import org.guitu.protocols.jt808.Jt808Message.Fragment;
import org.guitu.protocols.jt808.Jt808Message.Heartbeat;
import org.guitu.protocols.jt808.Jt808Message.LocateNow;
import org.guitu.protocols.jt808.Jt808Message.Location;
import org.guitu.protocols.jt808.Jt808Message.LocationAnswer;
import org.guitu.protocols.jt808.Jt808Message.Logout;
import org.guitu.protocols.jt808.Jt808Message.ParametersAnswer;
import org.guitu.protocols.jt808.Jt808Message.PlatformReply;
import org.guitu.protocols.jt808.Jt808Message.Register;
import org.guitu.protocols.jt808.Jt808Message.RegisterReply;
import org.guitu.protocols.jt808.Jt808Message.ResendFragments;
import org.guitu.protocols.jt808.Jt808Message.SetParameters;
import org.guitu.protocols.jt808.Jt808Message.TerminalReply;
import org.guitu.protocols.jt808.Jt808Message.Text;
import org.guitu.protocols.jt808.Jt808Message.TrackFor;
import org.guitu.protocols.jt808.Jt808Message.Unknown;

/** Which reply each message gets (§8.2, §8.6). The terminal's phone number field is repeated unchanged. */
final class Jt808Replies {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int MESSAGE_ERROR = 2;
    private static final int UNSUPPORTED = 3;
    private static final int NO_SUCH_TERMINAL = 4;

    private static final int FIRST_DOWNLINK = 0x8000;

    private Jt808Replies() {}

    static Optional<Jt808Message> to(Jt808Message message, Answer answer, int serverSerial) {
        return switch (message) {
            case Register register -> Optional.of(toRegister(register, answer, serverSerial));
            case Authenticate m -> general(m, result(answer), serverSerial);
            case Heartbeat m -> general(m, result(answer), serverSerial);
            case Logout m -> general(m, result(answer), serverSerial);
            case Location m -> general(m, result(answer), serverSerial);
            case Batch m -> general(m, result(answer), serverSerial);
            case CompactBatch m -> general(m, result(answer), serverSerial);
            case CompactStatus m -> general(m, result(answer), serverSerial);
            case Fragment m -> general(m, result(answer), serverSerial);
            case Encrypted m -> general(m, unsupportedUnless(result(answer)), serverSerial);
            case Unknown m -> toUnknown(m, answer, serverSerial);
            // These are answers themselves (§8.1, §8.11, §8.19), or the platform's own words come back.
            case TerminalReply m -> Optional.empty();
            case LocationAnswer m -> Optional.empty();
            case ParametersAnswer m -> Optional.empty();
            case PlatformReply m -> Optional.empty();
            case RegisterReply m -> Optional.empty();
            case ResendFragments m -> Optional.empty();
            case SetParameters m -> Optional.empty();
            case Control m -> Optional.empty();
            case LocateNow m -> Optional.empty();
            case TrackFor m -> Optional.empty();
            case Text m -> Optional.empty();
        };
    }

    private static Jt808Message toRegister(Register register, Answer answer, int serverSerial) {
        Jt808Header header = register.header().withSerial(serverSerial);
        int ackSerial = register.header().serial();
        return switch (answer) {
            case Answer.Registered registered -> new RegisterReply(header, ackSerial, OK, registered.authCode());
            case Answer.Stored stored -> new RegisterReply(header, ackSerial, OK, "");
            case Answer.Refused refused -> new RegisterReply(header, ackSerial, NO_SUCH_TERMINAL, "");
        };
    }

    /**
     * Types that are known and carry nothing to keep are taken; the rest, media upload (0x0801, which wants 0x8800) among them, is declared
     * unsupported so that the terminal stops repeating it.
     */
    private static Optional<Jt808Message> toUnknown(Unknown unknown, Answer answer, int serverSerial) {
        return switch (unknown.messageId()) {
            case Jt808MessageId.ATTRIBUTES_ANSWER, Jt808MessageId.PADLOCK_STATUS, Jt808MessageId.PADLOCK_EVENT ->
                Optional.empty();
            case Jt808MessageId.UPGRADE_RESULT,
                    Jt808MessageId.DRIVER_CARD,
                    Jt808MessageId.MEDIA_EVENT,
                    Jt808MessageId.PASS_THROUGH -> general(unknown, result(answer), serverSerial);
            default ->
                unknown.messageId() >= FIRST_DOWNLINK
                        ? Optional.empty()
                        : general(unknown, unsupportedUnless(result(answer)), serverSerial);
        };
    }

    /** What cannot be read was not stored, whatever the caller believes. */
    private static int unsupportedUnless(int refusal) {
        return refusal == OK ? UNSUPPORTED : refusal;
    }

    private static Optional<Jt808Message> general(Jt808Message message, int result, int serverSerial) {
        Jt808Header header = message.header();
        return Optional.of(
                new PlatformReply(header.withSerial(serverSerial), header.serial(), message.messageId(), result));
    }

    private static int result(Answer answer) {
        return switch (answer) {
            case Answer.Stored stored -> OK;
            case Answer.Registered registered -> OK;
            case Answer.Refused refused ->
                switch (refused.reason()) {
                    case UNKNOWN_DEVICE, NOT_AUTHENTICATED -> FAILED;
                    case MESSAGE_ERROR -> MESSAGE_ERROR;
                    case UNSUPPORTED -> UNSUPPORTED;
                };
        };
    }
}
