package org.guitu.protocols.jt808;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import org.guitu.protocols.Octets;

/** Divides a message too long for one frame (§4.4.4). */
public final class Jt808Fragments {

    private Jt808Fragments() {}

    /**
     * The message itself if its body fits one frame, else its fragments with serials counted on from the message's own.
     *
     * @param maxBodyBytes longest body of a fragment, 1-1023
     */
    public static List<Jt808Message> of(Jt808Message message, int maxBodyBytes) {
        ByteBuf body = Jt808Encoder.body(message);
        if (body.readableBytes() <= maxBodyBytes) {
            return List.of(message);
        }
        int total = (body.readableBytes() + maxBodyBytes - 1) / maxBodyBytes;
        List<Jt808Message> fragments = new ArrayList<>(total);
        for (int index = 1; index <= total; index++) {
            Jt808Header header = message.header().withSerial(message.header().serial() + index - 1);
            Octets piece = Octets.read(body, Math.min(maxBodyBytes, body.readableBytes()));
            fragments.add(new Jt808Message.Fragment(header, message.messageId(), total, index, piece));
        }
        return fragments;
    }
}
