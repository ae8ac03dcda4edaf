package org.guitu.ingest.server;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.guitu.ingest.admit.Device;
import org.guitu.ingest.log.UnstorableException;
import org.guitu.ingest.session.Terminals;
import org.guitu.protocols.Answer;
import org.guitu.protocols.Answer.Reason;
import org.guitu.protocols.Decoded;
import org.guitu.protocols.Octets;
import org.guitu.protocols.osmand.HttpFrame;
import org.guitu.protocols.osmand.OsmAndMessage;
import org.guitu.protocols.osmand.OsmAndProtocol;
import org.jspecify.annotations.Nullable;

/**
 * One phone's connection: each request is answered when its report is durable. While the database is away the answer is 503, and the
 * phone, which takes a report from its queue only for a 2xx, tries again. Touched by the channel's event loop alone.
 */
final class PhoneRequests extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER_SECONDS = "10";
    private static final int EXCERPT_BYTES_MAX = 64;

    private final OsmAndProtocol protocol;
    private final Desk desk;
    private final BooleanSupplier storing;
    private final Duration patience;

    PhoneRequests(OsmAndProtocol protocol, Desk desk, BooleanSupplier storing, Duration patience) {
        this.protocol = protocol;
        this.desk = desk;
        this.storing = storing;
        this.patience = patience;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        desk.meters().frame();
        boolean keepAlive =
                HttpUtil.isKeepAlive(request) && request.decoderResult().isSuccess();
        Exchange exchange = new Exchange(ctx, keepAlive);
        if (!request.decoderResult().isSuccess()) {
            exchange.answer(HttpResponseStatus.BAD_REQUEST.code());
        } else if (!storing.getAsBoolean()) {
            exchange.answer(UNAVAILABLE);
        } else {
            HttpFrame frame = frame(request);
            switch (protocol.decode(frame)) {
                case Decoded.Message<OsmAndMessage>(OsmAndMessage message) -> identify(exchange, message, frame);
                case Decoded.BadBody<OsmAndMessage>(OsmAndMessage message, String reason) -> {
                    refuse(
                            exchange,
                            protocol.status(new Answer.Refused(Reason.MESSAGE_ERROR)),
                            quarantine(exchange, reason, frame, proven(message)));
                }
                case Decoded.Malformed<OsmAndMessage> malformed -> {
                    refuse(
                            exchange,
                            protocol.status(malformed),
                            quarantine(exchange, malformed.reason(), frame, Optional.empty()));
                }
            }
        }
    }

    private void identify(Exchange exchange, OsmAndMessage message, HttpFrame frame) {
        Instant at = desk.clock().instant();
        Optional<Device> known = desk.book().find(protocol.name(), message.deviceId());
        if (known.isPresent()) {
            take(exchange, known.get(), message, frame, at);
            return;
        }
        exchange.onLoop(desk.newcomers().booksReadAgain(), failed -> {
            Optional<Device> now = desk.book().find(protocol.name(), message.deviceId());
            if (now.isPresent()) {
                take(exchange, now.get(), message, frame, at);
            } else if (failed == null) {
                refuseStranger(exchange, message, frame, at);
            } else {
                exchange.answer(UNAVAILABLE);
            }
        });
    }

    /** A phone that has a code on the books must offer it; one that has none is taken by its id alone. */
    private void take(Exchange exchange, Device device, OsmAndMessage message, HttpFrame frame, Instant at) {
        if (!isProven(device, message)) {
            desk.meters().notAuthenticated();
            exchange.answer(protocol.status(new Answer.Refused(Reason.NOT_AUTHENTICATED)));
            return;
        }
        if (desk.log().isCrowded(desk.key(device, at))) {
            exchange.answer(UNAVAILABLE);
            return;
        }
        var reports = protocol.reports(message, device.profile(), at);
        long begun = System.nanoTime();
        exchange.onLoop(desk.logReports(device, reports, false, kept(device, frame, at), at, List.of()), failed -> {
            if (failed == null) {
                desk.meters().acknowledged().record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
                exchange.answer(protocol.status(new Answer.Stored()));
            } else if (failed instanceof UnstorableException) {
                // It lies in the quarantine and would fail for ever: a refusal would keep all that waits behind it.
                exchange.answer(protocol.status(new Answer.Stored()));
            } else {
                exchange.answer(UNAVAILABLE);
            }
        });
        exchange.answerAfter(patience, UNAVAILABLE);
    }

    /** The refusal goes out when what is kept of the request is durable. */
    private void refuse(Exchange exchange, int status, CompletionStage<Void> kept) {
        exchange.onLoop(
                kept,
                failed -> exchange.answer(
                        failed == null || failed instanceof UnstorableException ? status : UNAVAILABLE));
        exchange.answerAfter(patience, UNAVAILABLE);
    }

    private void refuseStranger(Exchange exchange, OsmAndMessage message, HttpFrame frame, Instant at) {
        desk.meters().unknownDevice();
        CompletionStage<Void> kept = Desk.NOTHING_KEPT;
        if (desk.strangers().isNews(protocol.name(), message.deviceId(), at)) {
            kept = desk.quarantineStranger(
                    exchange.from(), "unknown device", 0, excerpt(frame), bytes(frame).length, at);
        }
        refuse(exchange, protocol.status(new Answer.Refused(Reason.UNKNOWN_DEVICE)), kept);
    }

    private CompletionStage<Void> quarantine(
            Exchange exchange, String reason, HttpFrame frame, Optional<Device> sender) {
        desk.meters().malformed();
        Instant at = desk.clock().instant();
        int totalBytes = bytes(frame).length;
        return sender.isPresent()
                ? desk.quarantine(
                        OptionalLong.of(sender.get().id()), reason, 0, kept(sender.get(), frame, at), totalBytes, at)
                : desk.quarantineStranger(exchange.from(), reason, 0, excerpt(frame), totalBytes, at);
    }

    private static boolean isProven(Device device, OsmAndMessage message) {
        return device.authCode().isEmpty()
                || Terminals.matches(device, message.secret().orElse(""));
    }

    private Optional<Device> proven(OsmAndMessage message) {
        return desk.book().find(protocol.name(), message.deviceId()).filter(device -> isProven(device, message));
    }

    private byte[] kept(Device device, HttpFrame frame, Instant at) {
        return desk.isCovered(device.id(), at) ? bytes(frame) : excerpt(frame);
    }

    /** Neither query nor body: they hold the place and the secret. */
    private static byte[] excerpt(HttpFrame frame) {
        byte[] line = (frame.method() + " " + path(frame.uri())).getBytes(StandardCharsets.UTF_8);
        return line.length <= EXCERPT_BYTES_MAX ? line : Arrays.copyOf(line, EXCERPT_BYTES_MAX);
    }

    private static HttpFrame frame(FullHttpRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
        String contentType = request.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        Octets body = Octets.of(ByteBufUtil.getBytes(request.content()));
        return new HttpFrame(request.method().name(), request.uri(), contentType, headers, body);
    }

    private static byte[] bytes(HttpFrame frame) {
        byte[] line = (frame.method() + " " + frame.uri() + "\n\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = frame.body().toArray();
        byte[] whole = new byte[line.length + body.length];
        System.arraycopy(line, 0, whole, 0, line.length);
        System.arraycopy(body, 0, whole, line.length, body.length);
        return whole;
    }

    private static String path(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        Ending.closeAfter(ctx, cause);
    }

    /** One request and its one answer; nothing more is read from the connection until it is given. */
    private static final class Exchange {

        private final ChannelHandlerContext ctx;
        private final boolean keepAlive;
        private boolean answered;

        Exchange(ChannelHandlerContext ctx, boolean keepAlive) {
            this.ctx = ctx;
            this.keepAlive = keepAlive;
            ctx.channel().config().setAutoRead(false);
        }

        SocketAddress from() {
            return ctx.channel().remoteAddress();
        }

        void onLoop(CompletionStage<Void> stage, Consumer<@Nullable Throwable> then) {
            stage.whenComplete((nothing, failed) -> ctx.executor().execute(() -> then.accept(failed)));
        }

        void answerAfter(Duration patience, int status) {
            var _ = ctx.executor().schedule(() -> answer(status), patience.toMillis(), TimeUnit.MILLISECONDS);
        }

        void answer(int status) {
            if (answered) {
                return;
            }
            answered = true;
            FullHttpResponse response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.EMPTY_BUFFER);
            HttpUtil.setContentLength(response, 0);
            HttpUtil.setKeepAlive(response, keepAlive);
            if (status == UNAVAILABLE) {
                response.headers().set(HttpHeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS);
            }
            ChannelFuture written = ctx.writeAndFlush(response);
            if (keepAlive) {
                ctx.pipeline().get(RequestDeadline.class).restart();
                ctx.channel().config().setAutoRead(true);
            } else {
                written.addListener(ChannelFutureListener.CLOSE);
            }
        }
    }
}
