package org.guitu.protocols.jt808;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.protocols.Decoded;
import org.guitu.protocols.Octets;

/** Reads a whole body by its type; a body that its type does not allow is a {@link Decoded.BadBody}. */
final class Jt808Bodies {

    private Jt808Bodies() {}

    static Decoded<Jt808Message> read(Jt808Header header, int messageId, Octets body) {
        Optional<Jt808Message> message = switch (messageId) {
            case Jt808MessageId.REGISTER -> Jt808Logins.readRegister(header, body);
            case Jt808MessageId.AUTHENTICATE -> Jt808Logins.readAuthenticate(header, body);
            case Jt808MessageId.HEARTBEAT -> Optional.of(new Jt808Message.Heartbeat(header, body));
            case Jt808MessageId.LOGOUT -> Optional.of(new Jt808Message.Logout(header));
            case Jt808MessageId.LOCATION -> Jt808Locations.read(body).map(at -> new Jt808Message.Location(header, at));
            case Jt808MessageId.LOCATION_ANSWER -> readLocationAnswer(header, body);
            case Jt808MessageId.BATCH -> readBatch(header, body);
            case Jt808MessageId.COMPACT_BATCH -> readCompact(header, body);
            case Jt808MessageId.TERMINAL_REPLY, Jt808MessageId.PLATFORM_REPLY -> readReply(header, messageId, body);
            case Jt808MessageId.PARAMETERS_ANSWER -> readParametersAnswer(header, body);
            default -> Jt808Downlinks.read(header, messageId, body);
        };
        return message.<Decoded<Jt808Message>>map(Decoded.Message::new)
                .orElseGet(() -> new Decoded.BadBody<>(
                        new Jt808Message.Unknown(header, messageId, body), "body is not what its type needs"));
    }

    /** §8.19. */
    private static Optional<Jt808Message> readLocationAnswer(Jt808Header header, Octets body) {
        return body.size() < 2
                ? Optional.empty()
                : Jt808Locations.read(body.slice(2, body.size()))
                        .map(location -> new Jt808Message.LocationAnswer(header, body.u16(0), location));
    }

    /** §8.49. The lengths of the items are trusted over their count; what was read before an overrun is kept. */
    private static Optional<Jt808Message> readBatch(Jt808Header header, Octets body) {
        if (body.size() < 3) {
            return Optional.empty();
        }
        int count = body.u16(0);
        Jt808Locations.Several several = Jt808Locations.readSeveral(body.slice(3, body.size()), 2);
        int unreadable =
                Math.max(several.unreadable(), count - several.locations().size());
        return several.locations().isEmpty() && unreadable > 0
                ? Optional.empty()
                : Optional.of(new Jt808Message.Batch(header, body.u8(2), several.locations(), unreadable));
    }

    /** Vendor's 0x0210: one-byte lengths, no head; seven bytes alone are battery and time. */
    private static Optional<Jt808Message> readCompact(Jt808Header header, Octets body) {
        if (body.size() == 1 + Jt808Time.BYTES) {
            return Optional.of(new Jt808Message.CompactStatus(header, body.u8(0), body.slice(1, body.size())));
        }
        Jt808Locations.Several several = Jt808Locations.readSeveral(body, 1);
        return several.locations().isEmpty()
                ? Optional.empty()
                : Optional.of(new Jt808Message.CompactBatch(header, several.locations(), several.unreadable()));
    }

    /** §8.1 and §8.2 share their layout. */
    private static Optional<Jt808Message> readReply(Jt808Header header, int messageId, Octets body) {
        if (body.size() < 5) {
            return Optional.empty();
        }
        return Optional.of(
                messageId == Jt808MessageId.TERMINAL_REPLY
                        ? new Jt808Message.TerminalReply(header, body.u16(0), body.u16(2), body.u8(4))
                        : new Jt808Message.PlatformReply(header, body.u16(0), body.u16(2), body.u8(4)));
    }

    /** §8.11. */
    private static Optional<Jt808Message> readParametersAnswer(Jt808Header header, Octets body) {
        return body.size() < 3
                ? Optional.empty()
                : Optional.of(new Jt808Message.ParametersAnswer(header, body.u16(0), readParameters(body, 3)));
    }

    /** Id, length, value, until the body ends; a value cut short ends the list. */
    static List<Jt808Parameter> readParameters(Octets body, int from) {
        List<Jt808Parameter> parameters = new ArrayList<>();
        int at = from;
        while (at + 5 <= body.size() && at + 5 + body.u8(at + 4) <= body.size()) {
            int end = at + 5 + body.u8(at + 4);
            parameters.add(new Jt808Parameter(body.u32(at), body.slice(at + 5, end)));
            at = end;
        }
        return parameters;
    }
}
