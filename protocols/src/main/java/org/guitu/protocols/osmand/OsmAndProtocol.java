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
 * first, so that only input which can never succeed is answered 4xx.
 */
public final class OsmAndProtocol {

    /** Far above any honest request. */
    public static final int MAX_BODY_BYTES = 64 * 1024;

    private final int maxBodyBytes;
    private final Plausibility plausibility;

    public OsmAndProtocol() {
        this(MAX_BODY_BYTES, Plausibility.DEFAULT);
    }

    public OsmAndProtocol(int maxBodyBytes, Plausibility plausibility) {
        this.maxBodyBytes = maxBodyBytes;
        this.plausibility = plausibility;
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
        throw new UnsupportedOperationException();
    }

    /** The request that Traccar Client 9 would send: JSON by POST. */
    public HttpFrame encode(OsmAndMessage message) {
        throw new UnsupportedOperationException();
    }

    /** The canonical reports of a message: always one. */
    public List<Report> reports(OsmAndMessage message, DeviceProfile profile, Instant receivedAt) {
        throw new UnsupportedOperationException(plausibility.toString());
    }

    /** The HTTP status that says this: 200 stored, 400 unreadable, 403 wrong secret, 404 unknown phone, 413 too long. */
    public int status(Answer answer) {
        throw new UnsupportedOperationException();
    }

    /** The HTTP status for a request that could not be decoded: 400, or 413 for a body beyond the limit. */
    public int status(Decoded.Malformed<OsmAndMessage> malformed) {
        throw new UnsupportedOperationException();
    }
}
