package org.guitu.ingest.admit;

import java.time.Duration;
import java.util.Optional;
import org.guitu.protocols.report.DeviceProfile;

/**
 * A device on the books, as the sessions need it.
 *
 * @param id its number
 * @param protocol the wire format it speaks
 * @param identity as registries compare it, see {@link Identities}
 * @param profile how its clock, coordinates and bits are to be read
 * @param authCode what it must authenticate with; empty until one is issued
 * @param freshFor its send interval plus buffer: how long silence is none
 */
public record Device(
        long id,
        String protocol,
        String identity,
        DeviceProfile profile,
        Optional<String> authCode,
        Duration freshFor) {

    /** Never shows the code. */
    @Override
    public String toString() {
        return "Device[" + id + "]";
    }
}
