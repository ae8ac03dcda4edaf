package org.guitu.ingest.server;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;

/** Closing and writing where nobody waits for the outcome: a lost connection is reported by {@code channelInactive} anyway. */
final class Ending {

    private Ending() {}

    static void close(ChannelHandlerContext ctx) {
        ChannelFuture _ = ctx.close();
    }

    static void write(ChannelHandlerContext ctx, Object message) {
        ChannelFuture _ = ctx.writeAndFlush(message);
    }
}
