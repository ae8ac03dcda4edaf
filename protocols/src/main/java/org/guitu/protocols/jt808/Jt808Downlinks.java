package org.guitu.protocols.jt808;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.protocols.Octets;
import org.guitu.protocols.jt808.Jt808Header.Edition;

/** Reads the platform's messages, as a simulated terminal and the decoding tool need; what is not known stays {@code Unknown}. */
final class Jt808Downlinks {

    private Jt808Downlinks() {}

    static Optional<Jt808Message> read(Jt808Header header, int messageId, Octets body) {
        return switch (messageId) {
            case Jt808MessageId.REGISTER_REPLY -> readRegisterReply(header, body);
            case Jt808MessageId.RESEND_FRAGMENTS -> readResend(header, body);
            case Jt808MessageId.SET_PARAMETERS -> readSetParameters(header, body);
            case Jt808MessageId.CONTROL -> readControl(header, body);
            case Jt808MessageId.LOCATE_NOW -> Optional.of(new Jt808Message.LocateNow(header));
            case Jt808MessageId.TRACK_FOR -> readTrackFor(header, body);
            case Jt808MessageId.TEXT -> readText(header, body);
            default -> Optional.of(new Jt808Message.Unknown(header, messageId, body));
        };
    }

    /** §8.6. */
    private static Optional<Jt808Message> readRegisterReply(Jt808Header header, Octets body) {
        return body.size() < 3
                ? Optional.empty()
                : Optional.of(new Jt808Message.RegisterReply(
                        header,
                        body.u16(0),
                        body.u8(2),
                        body.slice(3, body.size()).text(Jt808Logins.GBK)));
    }

    /** §8.4; the count has two bytes in 2019. */
    private static Optional<Jt808Message> readResend(Jt808Header header, Octets body) {
        int from = header.edition() == Edition.EDITION_2019 ? 4 : 3;
        if (body.size() < from) {
            return Optional.empty();
        }
        List<Integer> indexes = new ArrayList<>();
        for (int at = from; at + 2 <= body.size(); at += 2) {
            indexes.add(body.u16(at));
        }
        return Optional.of(new Jt808Message.ResendFragments(header, body.u16(0), indexes));
    }

    /** §8.9. */
    private static Optional<Jt808Message> readSetParameters(Jt808Header header, Octets body) {
        return body.isEmpty()
                ? Optional.empty()
                : Optional.of(new Jt808Message.SetParameters(header, Jt808Bodies.readParameters(body, 1)));
    }

    /** §8.15. */
    private static Optional<Jt808Message> readControl(Jt808Header header, Octets body) {
        return body.isEmpty()
                ? Optional.empty()
                : Optional.of(new Jt808Message.Control(header, body.u8(0), body.slice(1, body.size())));
    }

    /** §8.21; an interval of 0 may come without the validity. */
    private static Optional<Jt808Message> readTrackFor(Jt808Header header, Octets body) {
        return body.size() < 2
                ? Optional.empty()
                : Optional.of(new Jt808Message.TrackFor(header, body.u16(0), body.size() < 6 ? 0 : body.u32(2)));
    }

    /** §8.22; 2019 adds a type byte. */
    private static Optional<Jt808Message> readText(Jt808Header header, Octets body) {
        boolean typed = header.edition() == Edition.EDITION_2019;
        int from = typed ? 2 : 1;
        return body.size() < from
                ? Optional.empty()
                : Optional.of(new Jt808Message.Text(
                        header,
                        body.u8(0),
                        typed ? body.u8(1) : 0,
                        body.slice(from, body.size()).text(Jt808Logins.GBK)));
    }
}
