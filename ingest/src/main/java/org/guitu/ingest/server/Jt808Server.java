package org.guitu.ingest.server;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.guitu.ingest.IngestConfig;
import org.guitu.ingest.admit.DeviceBook;
import org.guitu.ingest.log.ReportLog;
import org.guitu.ingest.session.AuthCodes;
import org.guitu.ingest.session.Budget;
import org.guitu.ingest.session.Jt808Dialect;
import org.guitu.ingest.session.Newcomers;
import org.guitu.ingest.session.SessionTable;
import org.guitu.ingest.session.Strangers;
import org.guitu.protocols.jt808.Jt808Protocol;

/** JT/T 808 over TCP. */
public final class Jt808Server {

    private Jt808Server() {}

    /** What a server needs of the rest. */
    public record Needs(
            DeviceBook book,
            Newcomers newcomers,
            AuthCodes codes,
            SessionTable sessions,
            Strangers strangers,
            ReportLog log,
            Budget quarantineBudget,
            InstantSource clock,
            MeterRegistry meters) {

        Desk desk(String protocol) {
            return new Desk(
                    protocol,
                    book,
                    newcomers,
                    codes,
                    sessions,
                    strangers,
                    log,
                    quarantineBudget,
                    clock,
                    new ServerMeters(meters, protocol));
        }
    }

    /** Opens the port. */
    public static void open(Servers servers, IngestConfig config, Needs needs) {
        Jt808Protocol protocol = new Jt808Protocol();
        Desk desk = needs.desk(protocol.name());
        servers.listen(
                protocol.name(),
                config.bindAddress(),
                config.jt808Port(),
                new DevicePipeline<>(
                        protocol,
                        protocol.framing(),
                        Jt808Dialect::new,
                        desk,
                        new ConnectionLimits(config.connectionsMax(), config.connectionsPerAddressMax(), desk.meters()),
                        new Deadlines.Limits(config.idleTimeout(), config.authTimeout(), config.frameTimeout()),
                        new DeviceConnection.Limits(
                                config.pendingPerConnectionMax(),
                                config.malformedPerConnectionMax(),
                                config.terminalsPerConnectionMax())));
    }
}
