package org.guitu.simulators.device;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.guitu.protocols.Answer;
import org.guitu.protocols.Decoded;
import org.guitu.protocols.framing.FlaggedFrames;
import org.guitu.protocols.jt808.Jt808Location;
import org.guitu.protocols.jt808.Jt808Message;
import org.guitu.protocols.jt808.Jt808Protocol;

/** A small JT/T 808 platform on a real socket, whose willingness to answer can be switched off. */
public final class FakePlatform implements AutoCloseable {

    static final String CODE = "SIM-CODE";

    private final Jt808Protocol protocol = new Jt808Protocol();
    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Set<Channel> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile Channel listening;

    public final List<Jt808Message> received = new CopyOnWriteArrayList<>();
    /** Acknowledged locations, in the order of their acknowledgement. */
    public final List<Jt808Location> stored = new CopyOnWriteArrayList<>();

    volatile boolean acknowledging = true;
    volatile boolean codeValid = true;

    public FakePlatform() {
        this.listening = listen(0);
        this.port = ((InetSocketAddress) listening.localAddress()).getPort();
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    EventLoopGroup group() {
        return group;
    }

    /** Drops all connections and refuses new ones. */
    void stop() {
        listening.close().syncUninterruptibly();
        open.forEach(channel -> channel.close().syncUninterruptibly());
    }

    /** Listens again, on the same port. */
    void restart() {
        listening = listen(port);
    }

    void dropConnections() {
        open.forEach(Channel::close);
    }

    void sendToAll(Jt808Message message) {
        open.forEach(channel -> write(channel, message));
    }

    public <M extends Jt808Message> List<M> all(Class<M> type) {
        return received.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public void close() {
        stop();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }

    private Channel listen(int at) {
        return new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(io.netty.channel.ChannelOption.SO_REUSEADDR, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new Session());
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), at)
                .syncUninterruptibly()
                .channel();
    }

    private void answer(Channel channel, Jt808Message message) {
        received.add(message);
        Answer answer = new Answer.Stored();
        if (message instanceof Jt808Message.Register) {
            answer = new Answer.Registered(CODE);
        } else if (message instanceof Jt808Message.Authenticate claim && !(codeValid && CODE.equals(claim.code()))) {
            answer = new Answer.Refused(Answer.Reason.NOT_AUTHENTICATED);
        } else if (message instanceof Jt808Message.Location || message instanceof Jt808Message.Batch) {
            if (!acknowledging) {
                return;
            }
            switch (message) {
                case Jt808Message.Location one -> stored.add(one.location());
                case Jt808Message.Batch many -> stored.addAll(many.locations());
                default -> throw new AssertionError();
            }
        }
        protocol.reply(message, answer, received.size() & 0xFFFF).ifPresent(reply -> write(channel, reply));
    }

    private void write(Channel channel, Jt808Message message) {
        ByteBuf frame = channel.alloc().buffer();
        protocol.encode(message, frame);
        channel.writeAndFlush(frame);
    }

    private final class Session extends SimpleChannelInboundHandler<ByteBuf> {

        private final FlaggedFrames frames = new FlaggedFrames(protocol.framing());

        @Override
        public void channelActive(ChannelHandlerContext context) {
            open.add(context.channel());
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf in) {
            frames.accept(in, frame -> {
                if (protocol.decode(frame) instanceof Decoded.Message<Jt808Message>(Jt808Message message)) {
                    answer(context.channel(), message);
                }
            });
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            open.remove(context.channel());
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
