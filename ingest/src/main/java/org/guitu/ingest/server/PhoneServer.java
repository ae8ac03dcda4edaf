package org.guitu.ingest.server;

import java.util.function.BooleanSupplier;
import org.guitu.ingest.IngestConfig;
import org.guitu.protocols.osmand.OsmAndProtocol;

/** OsmAnd and Traccar Client over HTTP. */
public final class PhoneServer {

    private PhoneServer() {}

    /**
     * Opens the port.
     *
     * @param storing false while the database is away
     */
    public static void open(Servers servers, IngestConfig config, Jt808Server.Needs needs, BooleanSupplier storing) {
        OsmAndProtocol protocol = new OsmAndProtocol();
        Desk desk = needs.desk(protocol.name());
        servers.listen(
                protocol.name(),
                config.bindAddress(),
                config.osmandPort(),
                new PhonePipeline(
                        protocol,
                        desk,
                        storing,
                        new ConnectionLimits(config.connectionsMax(), config.connectionsPerAddressMax(), desk.meters()),
                        config.requestTimeout()));
    }
}
