package org.guitu.protocols.decode;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guitu.protocols.Answer;
import org.guitu.protocols.Decoded;
import org.guitu.protocols.Octets;
import org.guitu.protocols.SessionFacts;
import org.guitu.protocols.framing.FlaggedFrames;
import org.guitu.protocols.jt808.Jt808Frame;
import org.guitu.protocols.jt808.Jt808Message;
import org.guitu.protocols.jt808.Jt808Protocol;
import org.guitu.protocols.jt808.Jt808Reassembly;
import org.guitu.protocols.report.DeviceProfile;
import org.guitu.protocols.report.Report;

/**
 * One JT/T 808 connection. Input frames are cut like a stream; unless they are segments of one, each begins afresh, so that what is left
 * of it can be named as rejected. Every message is answered as if it had been stored.
 */
final class Jt808Conversation implements Conversation {

    private static final int CHUNK_BYTES = 8192;
    private static final String AUTH_CODE = "GUITU-DECODE";

    private final Jt808Protocol protocol = new Jt808Protocol();
    private final Jt808Reassembly reassembly = new Jt808Reassembly(Jt808Reassembly.Limits.DEFAULT);
    private final DeviceProfile profile;
    private final boolean segments;
    private final Instant receivedAt;
    private FlaggedFrames splitter = new FlaggedFrames(protocol.framing());
    private boolean overflowed;
    private String boundDeviceId = "";
    private int serverSerial;

    /**
     * @param segments input frames are pieces of one stream, cut anywhere
     */
    Jt808Conversation(DeviceProfile profile, boolean segments, Instant receivedAt) {
        this.profile = profile;
        this.segments = segments;
        this.receivedAt = receivedAt;
    }

    @Override
    public void take(int number, InputFrame frame, Transcript transcript) {
        if (!(frame instanceof InputFrame.Stream(FrameBytes bytes))) {
            transcript.reject(number, "not a frame of bytes");
            return;
        }
        if (!segments) {
            splitter = new FlaggedFrames(protocol.framing());
            overflowed = false;
        }
        int[] cut = {0};
        for (long at = 0; at < bytes.size() && !overflowed; at += CHUNK_BYTES) {
            overflowed = !splitter.accept(Unpooled.wrappedBuffer(bytes.part(at, CHUNK_BYTES)), whole -> {
                cut[0]++;
                decode(number, whole, transcript);
            });
        }
        if (overflowed) {
            transcript.reject(number, "frame longer than allowed");
        } else if (!segments && splitter.pendingBytes() > 0) {
            transcript.reject(number, "frame not closed");
        } else if (!segments && cut[0] == 0) {
            transcript.reject(number, "no frame");
        }
    }

    private void decode(int number, ByteBuf frame, Transcript transcript) {
        Jt808Frame.unescaped(frame).map(Octets::hex).ifPresent(transcript::frame);
        handle(number, protocol.decode(frame), transcript);
    }

    private void handle(int number, Decoded<Jt808Message> decoded, Transcript transcript) {
        switch (decoded) {
            case Decoded.Malformed<Jt808Message> malformed -> transcript.reject(number, malformed.reason());
            case Decoded.BadBody<Jt808Message> bad -> {
                transcript.reject(number, bad.reason());
                reply(bad.message(), new Answer.Refused(Answer.Reason.MESSAGE_ERROR), transcript);
            }
            case Decoded.Message<Jt808Message>(Jt808Message.Fragment fragment) ->
                reassemble(number, fragment, transcript);
            case Decoded.Message<Jt808Message>(Jt808Message message) -> report(number, message, transcript);
        }
    }

    private void reassemble(int number, Jt808Message.Fragment fragment, Transcript transcript) {
        switch (reassembly.offer(fragment, receivedAt)) {
            case Jt808Reassembly.Outcome.Waiting waiting -> {}
            case Jt808Reassembly.Outcome.Whole whole -> handle(number, whole.message(), transcript);
            case Jt808Reassembly.Outcome.Refused refused -> transcript.reject(number, refused.reason());
        }
    }

    private void report(int number, Jt808Message message, Transcript transcript) {
        List<Report> reports = protocol.reports(message, new SessionFacts(boundDeviceId), profile, receivedAt);
        String deviceId = protocol.deviceId(message);
        if (boundDeviceId.isEmpty()) {
            boundDeviceId = deviceId;
        }
        for (Report report : reports) {
            Map<String, Object> words = Jt808Words.head(number, ReportWords.kind(report), message);
            Map<String, Object> reported = ReportWords.of(report);
            words.putAll(reported);
            if (message instanceof Jt808Message.LocationAnswer) {
                words.put("position", reported);
            }
            finish(message, deviceId, words, transcript);
        }
        if (reports.isEmpty()) {
            finish(message, deviceId, Jt808Words.head(number, Jt808Words.kind(message), message), transcript);
        }
        boolean login = message instanceof Jt808Message.Register;
        reply(message, login ? new Answer.Registered(AUTH_CODE) : new Answer.Stored(), transcript);
    }

    private void finish(Jt808Message message, String deviceId, Map<String, Object> words, Transcript transcript) {
        Jt808Words.putBody(message, words);
        if (!deviceId.equals(boundDeviceId)) {
            words.put("policy", "id-switch");
        }
        transcript.report(words);
    }

    private void reply(Jt808Message message, Answer answer, Transcript transcript) {
        protocol.reply(message, answer, ++serverSerial & 0xFFFF)
                .map(Jt808Words::reply)
                .ifPresent(transcript::reply);
    }
}
