package org.guitu.ingest.server;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Closes connections beyond the limits, in total and from one address, before a byte is read. Shared by all connections of a server. */
@ChannelHandler.Sharable
final class ConnectionLimits extends ChannelInboundHandlerAdapter {

    private final int max;
    private final int maxPerAddress;
    private final ServerMeters meters;
    private final Map<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();

    ConnectionLimits(int max, int maxPerAddress, ServerMeters meters) {
        this.max = max;
        this.maxPerAddress = maxPerAddress;
        this.meters = meters;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        InetAddress address = address(ctx);
        int total = meters.connections().incrementAndGet();
        int here = address == null ? 1 : byAddress.merge(address, 1, Integer::sum);
        ctx.channel().closeFuture().addListener(closed -> leave(address));
        if (total > max || here > maxPerAddress) {
            meters.turnedAway();
            Ending.close(ctx);
        } else {
            ctx.fireChannelActive();
        }
    }

    private void leave(@Nullable InetAddress address) {
        meters.connections().decrementAndGet();
        if (address != null) {
            byAddress.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
        }
    }

    private static @Nullable InetAddress address(ChannelHandlerContext ctx) {
        return ctx.channel().remoteAddress() instanceof InetSocketAddress remote ? remote.getAddress() : null;
    }
}
