package org.guitu.protocols.jt808;

import io.netty.buffer.ByteBuf;
import org.guitu.protocols.Decoded;
import org.guitu.protocols.Octets;

/** One frame to one message: envelope, head, then the body by its type. */
final class Jt808Decoder {

    private Jt808Decoder() {}

    static Decoded<Jt808Message> decode(ByteBuf frame) {
        return switch (Jt808Frame.open(frame)) {
            case Jt808Frame.Opened.Broken broken -> new Decoded.Malformed<>(broken.reason(), broken.atByte());
            case Jt808Frame.Opened.Content content -> decode(content.headAndBody());
        };
    }

    private static Decoded<Jt808Message> decode(Octets content) {
        Jt808Head head = Jt808Head.read(content).orElse(null);
        if (head == null) {
            return new Decoded.Malformed<>("shorter than a head", 1);
        }
        Octets body = content.slice(head.size(), content.size());
        if (body.size() != head.bodyLength()) {
            return new Decoded.Malformed<>("body length differs from the head's", 3);
        }
        if (head.encrypted()) {
            return new Decoded.Message<>(new Jt808Message.Encrypted(head.header(), head.messageId(), body));
        }
        if (!head.divided()) {
            return Jt808Bodies.read(head.header(), head.messageId(), body);
        }
        if (head.index() < 1 || head.index() > head.total()) {
            return bad(head, body, "fragment number out of range");
        }
        return new Decoded.Message<>(
                new Jt808Message.Fragment(head.header(), head.messageId(), head.total(), head.index(), body));
    }

    private static Decoded<Jt808Message> bad(Jt808Head head, Octets body, String reason) {
        return new Decoded.BadBody<>(new Jt808Message.Unknown(head.header(), head.messageId(), body), reason);
    }
}
