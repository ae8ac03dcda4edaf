package org.guitu.simulators.device;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.SocketAddress;
import org.guitu.protocols.Decoded;
import org.guitu.protocols.framing.FlaggedFrames;
import org.guitu.protocols.jt808.Jt808Message;
import org.guitu.protocols.jt808.Jt808Protocol;
import org.jspecify.annotations.Nullable;

/** The bracelet's socket: connects, cuts frames, writes messages. All on one event loop. */
final class BraceletLink {

    /** What the bracelet hears of its socket. */
    interface Listener {
        void opened();

        void received(Jt808Message message);

        /** The connection is gone, or could not be made. */
        void closed();
    }

    private static final Jt808Protocol PROTOCOL = new Jt808Protocol();
    private static final int CONNECT_MILLIS = 5_000;

    private final EventLoop loop;
    private final SocketAddress server;
    private final Listener listener;
    private @Nullable Channel channel;

    BraceletLink(EventLoop loop, SocketAddress server, Listener listener) {
        this.loop = loop;
        this.server = server;
        this.listener = listener;
    }

    void open() {
        new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel opening) {
                        opening.pipeline().addLast(new Frames());
                    }
                })
                .connect(server)
                .addListener(result -> {
                    if (!result.isSuccess()) {
                        listener.closed();
                    }
                });
    }

    boolean isOpen() {
        return channel != null;
    }

    void send(Jt808Message message) {
        if (channel != null) {
            ByteBuf frame = channel.alloc().buffer(256);
            PROTOCOL.encode(message, frame);
            ChannelFuture _ = channel.writeAndFlush(frame);
        }
    }

    void close() {
        if (channel != null) {
            ChannelFuture _ = channel.close();
        }
    }

    /** Everything that is read goes through here. */
    private final class Frames extends SimpleChannelInboundHandler<ByteBuf> {

        private final FlaggedFrames frames = new FlaggedFrames(PROTOCOL.framing());

        @Override
        public void channelActive(ChannelHandlerContext context) {
            channel = context.channel();
            listener.opened();
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf in) {
            boolean sound = frames.accept(in, frame -> {
                if (PROTOCOL.decode(frame) instanceof Decoded.Message<Jt808Message>(Jt808Message message)) {
                    listener.received(message);
                }
            });
            if (!sound) {
                ChannelFuture _ = context.close();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            channel = null;
            listener.closed();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            ChannelFuture _ = context.close();
        }
    }
}
