package org.guitu.protocols.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.protocols.json.JsonLines;
import org.guitu.protocols.json.JsonObjects;
import org.guitu.protocols.jt808.Jt808Profiles;
import org.guitu.protocols.report.DeviceProfile;

/**
 * Reads frames a line each, or vectors a line each, and prints what they say as JSON Lines. Whatever stands in a line, the tool goes on
 * with the next; only reading or writing themselves can fail.
 */
public final class DecodeTool {

    private static final List<String> PROTOCOLS = List.of("jt808", "osmand");
    private static final int MAX_LINE_BYTES = 16 << 20;
    private static final JsonObjects JSON = new JsonObjects(64, MAX_LINE_BYTES);

    private final DecodeOptions options;

    private DecodeTool(DecodeOptions options) {
        this.options = options;
    }

    /** The names that {@link DecodeOptions#protocol} may have. */
    public static List<String> protocols() {
        return PROTOCOLS;
    }

    /**
     * Decodes until the input ends.
     *
     * @param out gets UTF-16 text, a line each with {@code \n} at its end
     * @throws IllegalArgumentException if the options name no known protocol; in a batch none needs to be named
     */
    public static void run(InputStream in, Appendable out, DecodeOptions options) throws IOException {
        boolean named = PROTOCOLS.contains(options.protocol());
        if (!named && !(options.batch() && options.protocol().isEmpty())) {
            throw new IllegalArgumentException("No protocol " + options.protocol() + "; there are " + PROTOCOLS);
        }
        DecodeTool tool = new DecodeTool(options);
        BoundedLines lines = new BoundedLines(in, MAX_LINE_BYTES);
        if (options.batch()) {
            tool.runBatch(lines, out);
        } else {
            tool.runLines(lines, out);
        }
    }

    private void runLines(BoundedLines lines, Appendable out) throws IOException {
        Transcript transcript = new Transcript();
        Conversation conversation = conversation(options.protocol(), DeviceProfile.standard(), false);
        Optional<byte[]> line = lines.next();
        for (int number = 1; line.isPresent(); line = lines.next()) {
            String text = new String(line.get(), StandardCharsets.UTF_8).strip();
            if (text.isEmpty()) {
                continue;
            }
            if (lines.wasCut()) {
                transcript.reject(number, "line too long");
            } else {
                take(number, text, options.text(), conversation, transcript);
            }
            for (Map<String, Object> words : transcript.drain()) {
                out.append(JsonLines.of(words)).append('\n');
            }
            number++;
        }
    }

    private void runBatch(BoundedLines lines, Appendable out) throws IOException {
        for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (new String(line.get(), StandardCharsets.UTF_8).isBlank()) {
                continue;
            }
            Optional<Map<String, Object>> vector = lines.wasCut() ? Optional.empty() : JSON.read(line.get());
            out.append(JsonLines.of(vector.map(this::runVector).orElseGet(DecodeTool::unreadable)))
                    .append('\n');
        }
    }

    private static Map<String, Object> unreadable() {
        Transcript transcript = new Transcript();
        transcript.reject(0, "line is not a JSON object");
        return transcript.whole("");
    }

    private Map<String, Object> runVector(Map<String, Object> vector) {
        Transcript transcript = new Transcript();
        String id = text(vector, "id");
        String protocol = vector.containsKey("protocol") ? text(vector, "protocol") : options.protocol();
        if (!PROTOCOLS.contains(protocol)) {
            transcript.reject(0, "unknown protocol");
            return transcript.whole(id);
        }
        if (!(vector.get("frames") instanceof List<?> frames)) {
            transcript.reject(0, "no frames");
            return transcript.whole(id);
        }
        boolean segments = text(vector, "kind").equals("framing");
        boolean text = text(vector, "encoding").equals("text");
        Conversation conversation = conversation(protocol, profile(vector), segments);
        int number = 0;
        for (Object frame : frames) {
            number++;
            if (frame instanceof Map<?, ?> parts) {
                conversation.take(number, new InputFrame.Request(parts), transcript);
            } else {
                take(number, frame.toString(), text, conversation, transcript);
            }
        }
        return transcript.whole(id);
    }

    private static void take(int number, String frame, boolean text, Conversation conversation, Transcript transcript) {
        Optional<FrameBytes> bytes = text ? FrameBytes.ofText(frame) : FrameBytes.ofHex(frame);
        bytes.ifPresentOrElse(
                given -> conversation.take(number, new InputFrame.Stream(given), transcript),
                () -> transcript.reject(number, "not hexadecimal digits"));
    }

    private Conversation conversation(String protocol, DeviceProfile profile, boolean segments) {
        return protocol.equals("jt808")
                ? new Jt808Conversation(profile, segments, options.receivedAt())
                : new OsmAndConversation(profile, options.receivedAt());
    }

    /** The vector's model, and the zone of its clock where it gives one. */
    private static DeviceProfile profile(Map<String, Object> vector) {
        DeviceProfile model = Jt808Profiles.named(text(vector, "model"));
        return new DeviceProfile(model.model(), zone(text(vector, "tz")), model.datum(), model.alarmBits());
    }

    private static Optional<ZoneOffset> zone(String spelt) {
        try {
            return spelt.isEmpty() ? Optional.empty() : Optional.of(ZoneOffset.of(spelt));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static String text(Map<String, Object> vector, String key) {
        return vector.containsKey(key) ? String.valueOf(vector.get(key)) : "";
    }
}
