package org.guitu.ingest.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The listening sockets and the event loops they share. */
public final class Servers implements AutoCloseable {

    /** One read takes at most this from a socket: with the frame limit it bounds what a connection can hold. */
    private static final int READ_BYTES_MAX = 16 * 1024;

    private static final WriteBufferWaterMark UNREAD_REPLIES = new WriteBufferWaterMark(8 * 1024, 32 * 1024);

    private final EventLoopGroup acceptors;
    private final EventLoopGroup loops;
    private final Map<String, Channel> listening = new ConcurrentHashMap<>();
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    /**
     * Makes the event loops.
     *
     * @param ioThreads 0 for Netty's own choice
     */
    public Servers(int ioThreads) {
        acceptors = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("guitu-accept", true), NioIoHandler.newFactory());
        loops = new MultiThreadIoEventLoopGroup(
                ioThreads, new DefaultThreadFactory("guitu-io", true), NioIoHandler.newFactory());
    }

    /** Opens a port; throws {@link IllegalStateException} if it is taken. */
    void listen(String protocol, String bindAddress, int port, ChannelHandler pipeline) {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(acceptors, loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(
                        ChannelOption.RECVBUF_ALLOCATOR, new AdaptiveRecvByteBufAllocator(64, 1024, READ_BYTES_MAX))
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNREAD_REPLIES)
                .childHandler(new Tracked(pipeline, connections));
        try {
            listening.put(protocol, bootstrap.bind(bindAddress, port).sync().channel());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while opening the port for " + protocol, interrupted);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("cannot open port " + port + " for " + protocol, failed);
        }
    }

    /** The port a protocol's server listens on. */
    public int port(String protocol) {
        Channel channel = listening.get(protocol);
        if (channel == null || !(channel.localAddress() instanceof InetSocketAddress address)) {
            throw new IllegalArgumentException("no server for " + protocol);
        }
        return address.getPort();
    }

    /** Takes no more connections and reads no more from those there are; replies still go out. */
    public void stopReading() {
        listening.values().forEach(channel -> channel.close().awaitUninterruptibly(2, TimeUnit.SECONDS));
        connections.forEach(channel -> channel.config().setAutoRead(false));
    }

    @Override
    public void close() {
        stopReading();
        connections.close().awaitUninterruptibly(2, TimeUnit.SECONDS);
        acceptors.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
    }
}
