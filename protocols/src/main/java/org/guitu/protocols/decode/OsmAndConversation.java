package org.guitu.protocols.decode;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guitu.protocols.Answer;
import org.guitu.protocols.Decoded;
import org.guitu.protocols.osmand.HttpFrame;
import org.guitu.protocols.osmand.OsmAndMessage;
import org.guitu.protocols.osmand.OsmAndProtocol;
import org.guitu.protocols.report.DeviceProfile;
import org.guitu.protocols.report.Report;

/** Requests of one phone. Every message is answered as if it had been stored. */
final class OsmAndConversation implements Conversation {

    private static final int MAX_SHOWN = 200;

    private final OsmAndProtocol protocol = new OsmAndProtocol();
    private final HttpLines lines = new HttpLines(protocol.framing().maxBodyBytes());
    private final DeviceProfile profile;
    private final Instant receivedAt;

    OsmAndConversation(DeviceProfile profile, Instant receivedAt) {
        this.profile = profile;
        this.receivedAt = receivedAt;
    }

    @Override
    public void take(int number, InputFrame input, Transcript transcript) {
        HttpFrame frame = lines.of(input).orElse(null);
        if (frame == null) {
            transcript.reject(number, "not a request");
            return;
        }
        String shown = frame.method() + " " + frame.uri();
        transcript.frame(shown.length() > MAX_SHOWN ? shown.substring(0, MAX_SHOWN) : shown);
        switch (protocol.decode(frame)) {
            case Decoded.Malformed<OsmAndMessage> malformed -> {
                transcript.reject(number, malformed.reason());
                reply(protocol.status(malformed), transcript);
            }
            case Decoded.BadBody<OsmAndMessage> bad -> {
                transcript.reject(number, bad.reason());
                reply(protocol.status(new Answer.Refused(Answer.Reason.MESSAGE_ERROR)), transcript);
            }
            case Decoded.Message<OsmAndMessage>(OsmAndMessage message) -> {
                protocol.reports(message, profile, receivedAt)
                        .forEach(report -> transcript.report(words(number, report)));
                reply(protocol.status(new Answer.Stored()), transcript);
            }
        }
    }

    private static Map<String, Object> words(int number, Report report) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("frame", number);
        words.put("kind", ReportWords.kind(report));
        words.putAll(ReportWords.of(report));
        return words;
    }

    private static void reply(int status, Transcript transcript) {
        transcript.reply(Map.of("status", status));
    }
}
