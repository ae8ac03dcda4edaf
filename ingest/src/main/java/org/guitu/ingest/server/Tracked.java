package org.guitu.ingest.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;

/** Remembers every connection, so that all can be closed, and lets the protocol's own pipeline do the rest. */
@ChannelHandler.Sharable
final class Tracked extends ChannelInitializer<Channel> {

    private final ChannelHandler pipeline;
    private final ChannelGroup connections;

    Tracked(ChannelHandler pipeline, ChannelGroup connections) {
        this.pipeline = pipeline;
        this.connections = connections;
    }

    @Override
    protected void initChannel(Channel channel) {
        connections.add(channel);
        channel.pipeline().addLast(pipeline);
    }
}
