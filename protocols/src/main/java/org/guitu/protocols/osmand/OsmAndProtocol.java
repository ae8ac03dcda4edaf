package org.guitu.protocols.osmand;

import java.time.Instant;
import java.util.List;
import org.guitu.protocols.Answer;
import org.guitu.protocols.Decoded;
import org.guitu.protocols.Framing;
import org.guitu.protocols.report.DeviceProfile;
import org.guitu.protocols.report.Plausibility;
import org.guitu.protocols.report.Report;

/**
 * OsmAnd and Traccar Client over HTTP. The status is the acknowledgement: the phone repeats a request for ever until it is 2xx, oldest
 * first, so that only input which can never succeed is answered 400; an implausible point is taken, marked and answered 200.
 */
public final class OsmAndProtocol {

    /** Far above any honest request. */
    public static final int MAX_BODY_BYTES = 64 * 1024;

    private final int maxBodyBytes;
    private final OsmAndDecoder decoder;
    private final OsmAndReports reports;

    public OsmAndProtocol() {
        this(MAX_BODY_BYTES, Plausibility.DEFAULT);
    }

    public OsmAndProtocol(int maxBodyBytes, Plausibility plausibility) {
        this.maxBodyBytes = maxBodyBytes;
        this.decoder = new OsmAndDecoder(maxBodyBytes);
        this.reports = new OsmAndReports(plausibility);
    }

    /** The name used on the command line, in metrics and in the database. */
    public String name() {
        return "osmand";
    }

    public Framing.Http framing() {
        return new Framing.Http(maxBodyBytes);
    }

    /** Decodes one request; never throws on any input. */
    public Decoded<OsmAndMessage> decode(HttpFrame request) {
        return decoder.decode(request);
    }

    /** The request that the current app would send: JSON by POST. {@link OsmAndEncoder} has the other shapes. */
    public HttpFrame encode(OsmAndMessage message) {
        return OsmAndEncoder.json(message);
    }

    /** The canonical reports of a message: always one. */
    public List<Report> reports(OsmAndMessage message, DeviceProfile profile, Instant receivedAt) {
        return List.of(reports.of(message, profile, receivedAt));
    }

    /** The HTTP status that says this. A phone that is not on the books yet keeps its queue and succeeds once it is. */
    public int status(Answer answer) {
        return switch (answer) {
            case Answer.Stored stored -> 200;
            case Answer.Registered registered -> 200;
            case Answer.Refused refused ->
                switch (refused.reason()) {
                    case UNKNOWN_DEVICE -> 404;
                    case NOT_AUTHENTICATED -> 401;
                    case MESSAGE_ERROR, UNSUPPORTED -> 400;
                };
        };
    }

    /** The HTTP status for a request that could not be decoded: 400, or 413 for a body beyond the limit. */
    public int status(Decoded.Malformed<OsmAndMessage> malformed) {
        return malformed.reason().equals(OsmAndDecoder.TOO_LONG) ? 413 : 400;
    }
}
