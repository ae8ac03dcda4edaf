package org.guitu.protocols.jt808;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import org.guitu.protocols.jt808.Jt808Header.Edition;

/** One message to one frame, in both directions. */
final class Jt808Encoder {

    private Jt808Encoder() {}

    /**
     * Writes the frame.
     *
     * @throws IllegalArgumentException if the body is longer than 1023 bytes; {@link Jt808Fragments} divides it first
     */
    static void encode(Jt808Message message, ByteBuf out) {
        ByteBuf body = body(message);
        if (body.readableBytes() > Jt808Head.MAX_BODY_BYTES) {
            throw new IllegalArgumentException("Message %04x of %d bytes does not fit one frame"
                    .formatted(message.messageId(), body.readableBytes()));
        }
        ByteBuf headAndBody = Unpooled.buffer(body.readableBytes() + 32);
        Jt808Head.write(message, body.readableBytes(), headAndBody);
        headAndBody.writeBytes(body);
        Jt808Frame.close(headAndBody, out);
    }

    /** The body alone, of whatever length. */
    static ByteBuf body(Jt808Message message) {
        ByteBuf out = Unpooled.buffer();
        switch (message) {
            case Jt808Message.Register m -> Jt808Logins.writeRegister(m, out);
            case Jt808Message.Authenticate m -> Jt808Logins.writeAuthenticate(m, out);
            case Jt808Message.Heartbeat m -> m.extra().writeTo(out);
            case Jt808Message.Logout m -> {}
            case Jt808Message.Location m -> Jt808Locations.write(m.location(), out);
            case Jt808Message.LocationAnswer m -> {
                out.writeShort(m.ackSerial());
                Jt808Locations.write(m.location(), out);
            }
            case Jt808Message.Batch m -> {
                out.writeShort(m.locations().size()).writeByte(m.type());
                writeSeveral(m.locations(), 2, out);
            }
            case Jt808Message.CompactBatch m -> writeSeveral(m.locations(), 1, out);
            case Jt808Message.CompactStatus m -> {
                out.writeByte(m.batteryPercent());
                m.time().writeTo(out);
            }
            case Jt808Message.TerminalReply m ->
                out.writeShort(m.ackSerial()).writeShort(m.ackMessageId()).writeByte(m.result());
            case Jt808Message.ParametersAnswer m -> {
                out.writeShort(m.ackSerial());
                writeParameters(m.parameters(), out);
            }
            case Jt808Message.Fragment m -> m.body().writeTo(out);
            case Jt808Message.Encrypted m -> m.body().writeTo(out);
            case Jt808Message.Unknown m -> m.body().writeTo(out);
            case Jt808Message.PlatformReply m ->
                out.writeShort(m.ackSerial()).writeShort(m.ackMessageId()).writeByte(m.result());
            case Jt808Message.RegisterReply m -> {
                out.writeShort(m.ackSerial()).writeByte(m.result());
                out.writeBytes(m.authCode().getBytes(Jt808Logins.GBK));
            }
            case Jt808Message.ResendFragments m -> writeResend(m, out);
            case Jt808Message.SetParameters m -> writeParameters(m.parameters(), out);
            case Jt808Message.Control m -> {
                out.writeByte(m.command());
                m.arguments().writeTo(out);
            }
            case Jt808Message.LocateNow m -> {}
            case Jt808Message.TrackFor m -> out.writeShort(m.intervalSeconds()).writeInt((int) m.validitySeconds());
            case Jt808Message.Text m -> writeText(m, out);
        }
        return out;
    }

    private static void writeSeveral(List<Jt808Location> locations, int lengthBytes, ByteBuf out) {
        for (Jt808Location location : locations) {
            int size = Jt808Locations.size(location);
            if (lengthBytes == 1) {
                out.writeByte(size);
            } else {
                out.writeShort(size);
            }
            Jt808Locations.write(location, out);
        }
    }

    private static void writeParameters(List<Jt808Parameter> parameters, ByteBuf out) {
        out.writeByte(parameters.size());
        for (Jt808Parameter parameter : parameters) {
            out.writeInt((int) parameter.id()).writeByte(parameter.value().size());
            parameter.value().writeTo(out);
        }
    }

    private static void writeResend(Jt808Message.ResendFragments message, ByteBuf out) {
        out.writeShort(message.firstSerial());
        int count = message.indexes().size();
        if (message.header().edition() == Edition.EDITION_2019) {
            out.writeShort(count);
        } else {
            out.writeByte(count);
        }
        message.indexes().forEach(out::writeShort);
    }

    private static void writeText(Jt808Message.Text message, ByteBuf out) {
        out.writeByte(message.flag());
        if (message.header().edition() == Edition.EDITION_2019) {
            out.writeByte(message.type());
        }
        out.writeBytes(message.text().getBytes(Jt808Logins.GBK));
    }
}
