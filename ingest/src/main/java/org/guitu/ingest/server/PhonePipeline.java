package org.guitu.ingest.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.guitu.protocols.osmand.OsmAndProtocol;

/**
 * The phones' pipeline at a glance: one frame is one HTTP request, answered when its report is durable.
 *
 * <pre>
 *   ConnectionLimits      turns away what is too much
 *   RequestDeadline       closes a connection whose request does not come in, or where none comes
 *   HttpServerCodec       request line and headers, bounded
 *   HttpObjectAggregator  the body, bounded: 413 beyond that
 *   FlowControl           one request at a time
 *   PhoneRequests         decode, identify, log, acknowledge
 * </pre>
 */
final class PhonePipeline extends ChannelInitializer<Channel> {

    private static final int LINE_MAX = 8 * 1024;
    private static final int HEADERS_MAX = 8 * 1024;
    private static final int CHUNK_MAX = 8 * 1024;

    private final OsmAndProtocol protocol;
    private final Desk desk;
    private final BooleanSupplier storing;
    private final ConnectionLimits connectionLimits;
    private final Duration requestTimeout;

    PhonePipeline(
            OsmAndProtocol protocol,
            Desk desk,
            BooleanSupplier storing,
            ConnectionLimits connectionLimits,
            Duration requestTimeout) {
        this.protocol = protocol;
        this.desk = desk;
        this.storing = storing;
        this.connectionLimits = connectionLimits;
        this.requestTimeout = requestTimeout;
    }

    @Override
    protected void initChannel(Channel channel) {
        channel.pipeline()
                .addLast(connectionLimits)
                .addLast(new RequestDeadline(requestTimeout, desk.meters()))
                .addLast(new HttpServerCodec(LINE_MAX, HEADERS_MAX, CHUNK_MAX))
                .addLast(new HttpObjectAggregator(protocol.framing().maxBodyBytes(), true))
                .addLast(new FlowControlHandler())
                .addLast(new PhoneRequests(protocol, desk, storing, requestTimeout));
    }
}
