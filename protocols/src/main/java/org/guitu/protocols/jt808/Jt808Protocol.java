package org.guitu.protocols.jt808;

import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.protocols.Answer;
import org.guitu.protocols.Decoded;
import org.guitu.protocols.DeviceProtocol;
import org.guitu.protocols.Framing;
import org.guitu.protocols.SessionFacts;
import org.guitu.protocols.report.DeviceProfile;
import org.guitu.protocols.report.Plausibility;
import org.guitu.protocols.report.Report;

/** JT/T 808, all three editions at once: each frame says by itself which it is. */
public final class Jt808Protocol implements DeviceProtocol<Jt808Message> {

    /** An escaped frame of the standard stays below 2.1 KiB; whatever is longer is none. */
    public static final int MAX_FRAME_BYTES = 4096;

    private final int maxFrameBytes;
    private final Jt808Reports reports;

    public Jt808Protocol() {
        this(MAX_FRAME_BYTES, Plausibility.DEFAULT);
    }

    public Jt808Protocol(int maxFrameBytes, Plausibility plausibility) {
        this.maxFrameBytes = maxFrameBytes;
        this.reports = new Jt808Reports(plausibility);
    }

    @Override
    public String name() {
        return "jt808";
    }

    @Override
    public Framing.Flagged framing() {
        return new Framing.Flagged(Jt808Frame.FLAG, maxFrameBytes);
    }

    @Override
    public Decoded<Jt808Message> decode(ByteBuf frame) {
        return Jt808Decoder.decode(frame);
    }

    @Override
    public void encode(Jt808Message message, ByteBuf out) {
        Jt808Encoder.encode(message, out);
    }

    @Override
    public String deviceId(Jt808Message message) {
        return message.header().deviceId();
    }

    @Override
    public List<Report> reports(Jt808Message message, SessionFacts session, DeviceProfile profile, Instant receivedAt) {
        return reports.of(message, profile, receivedAt);
    }

    @Override
    public Optional<Jt808Message> reply(Jt808Message message, Answer answer, int serverSerial) {
        return Jt808Replies.to(message, answer, serverSerial);
    }
}
