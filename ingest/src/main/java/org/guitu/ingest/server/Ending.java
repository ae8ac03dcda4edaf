package org.guitu.ingest.server;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closing and writing where nobody waits for the outcome: a lost connection is reported by {@code channelInactive} anyway. */
final class Ending {

    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private Ending() {}

    static void close(ChannelHandlerContext ctx) {
        ChannelFuture _ = ctx.close();
    }

    /** Lost connections are the network's daily bread; anything else is a mistake of ours. */
    static void closeAfter(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("lost connection {}: {}", ctx.channel().id(), cause.getMessage());
        } else {
            LOG.warn("closing connection {}", ctx.channel().id(), cause);
        }
        close(ctx);
    }

    static void write(ChannelHandlerContext ctx, Object message) {
        ChannelFuture _ = ctx.writeAndFlush(message);
    }
}
