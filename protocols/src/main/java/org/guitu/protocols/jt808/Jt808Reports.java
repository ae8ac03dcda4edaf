package org.guitu.protocols.jt808;

import java.time.Instant;
import java.util.List;
import org.guitu.protocols.report.DeviceProfile;
import org.guitu.protocols.report.Plausibility;
import org.guitu.protocols.report.Report;

/** Stub. */
record Jt808Reports(Plausibility plausibility) {
    List<Report> of(Jt808Message message, DeviceProfile profile, Instant receivedAt) {
        throw new UnsupportedOperationException();
    }
}
