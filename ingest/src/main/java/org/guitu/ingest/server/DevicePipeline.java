package org.guitu.ingest.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.flow.FlowControlHandler;
import java.util.function.Supplier;
import org.guitu.ingest.session.Dialect;
import org.guitu.protocols.DeviceProtocol;
import org.guitu.protocols.Framing;

/**
 * The device pipeline at a glance: from the socket to the log and back.
 *
 * <pre>
 *   ConnectionLimits   turns away what is too much, in total and from one address
 *   Deadlines          closes what is idle, proves nothing, or begins a frame and never ends it
 *   FrameCutter        1. frame        bytes to whole frames, bounded
 *   FlowControl                        hands over one frame at a time, none while reading is stopped
 *   DeviceConnection   2. decode       {@link DeviceProtocol#decode}
 *                      3. identify     the books and the terminal's code, for every frame
 *                      4. admit        routes by basis; decided again where it is stored
 *                      5. log          ReportLog.append
 *                      7. acknowledge  when the log says durable
 * </pre>
 *
 * @param <M> the protocol's message type
 */
final class DevicePipeline<M> extends ChannelInitializer<Channel> {

    private final DeviceProtocol<M> protocol;
    private final Framing.Flagged framing;
    private final Supplier<Dialect<M>> dialects;
    private final Desk desk;
    private final ConnectionLimits connectionLimits;
    private final Deadlines.Limits deadlines;
    private final DeviceConnection.Limits limits;

    DevicePipeline(
            DeviceProtocol<M> protocol,
            Framing.Flagged framing,
            Supplier<Dialect<M>> dialects,
            Desk desk,
            ConnectionLimits connectionLimits,
            Deadlines.Limits deadlines,
            DeviceConnection.Limits limits) {
        this.protocol = protocol;
        this.framing = framing;
        this.dialects = dialects;
        this.desk = desk;
        this.connectionLimits = connectionLimits;
        this.deadlines = deadlines;
        this.limits = limits;
    }

    @Override
    protected void initChannel(Channel channel) {
        FrameCutter cutter = new FrameCutter(framing);
        DeviceConnection<M> connection = new DeviceConnection<>(protocol, dialects.get(), desk, limits);
        channel.pipeline()
                .addLast(connectionLimits)
                .addLast(new Deadlines(deadlines, cutter, connection, desk.meters()))
                .addLast(cutter)
                .addLast(new FlowControlHandler())
                .addLast(connection);
    }
}
