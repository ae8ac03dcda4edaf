package org.guitu.ingest.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection if a whole request does not come in time, counted from the connection or from the last answer: a client that drips
 * its request byte by byte gains nothing. While a request is being stored, which stops reading, no deadline runs.
 */
final class RequestDeadline extends ChannelInboundHandlerAdapter {

    private final Duration limit;
    private final ServerMeters meters;
    private long sinceNanos = System.nanoTime();
    private @Nullable Future<?> check;

    RequestDeadline(Duration limit, ServerMeters meters) {
        this.limit = limit;
        this.meters = meters;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        long period = Math.clamp(limit.toMillis() / 4, 20, 5_000);
        check = ctx.executor().scheduleWithFixedDelay(() -> check(ctx), period, period, TimeUnit.MILLISECONDS);
        ctx.fireChannelActive();
    }

    private void check(ChannelHandlerContext ctx) {
        if (!ctx.channel().config().isAutoRead()) {
            sinceNanos = System.nanoTime();
        } else if (System.nanoTime() - sinceNanos > limit.toNanos()) {
            meters.deadline();
            Ending.close(ctx);
        }
    }

    /** A request has been answered: the next one has its own time. */
    void restart() {
        sinceNanos = System.nanoTime();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (check != null) {
            check.cancel(false);
        }
        ctx.fireChannelInactive();
    }
}
