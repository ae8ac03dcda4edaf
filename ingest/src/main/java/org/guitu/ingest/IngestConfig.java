package org.guitu.ingest;

/**
 * Every setting of ingest.
 *
 * @param bindAddress address the servers listen on
 * @param jt808Port TCP port for JT/T 808; 0 for any free one, -1 for none
 * @param osmandPort HTTP port for phones; 0 for any free one, -1 for none
 */
public record IngestConfig(String bindAddress, int jt808Port, int osmandPort) {

    /** The conventional ports on all addresses. */
    public static IngestConfig defaults() {
        return new IngestConfig("0.0.0.0", 5015, 5055);
    }

    public IngestConfig withBind(String address) {
        return new IngestConfig(address, jt808Port, osmandPort);
    }

    public IngestConfig withPorts(int jt808, int osmand) {
        return new IngestConfig(bindAddress, jt808, osmand);
    }
}
