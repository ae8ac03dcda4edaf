package org.guitu.ingest.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a connection that says nothing for long, never proves who it is, or begins a frame and does not end it. While we ourselves do not
 * read, no deadline runs.
 */
final class Deadlines extends ChannelInboundHandlerAdapter {

    /**
     * How long a connection may take.
     *
     * @param idle without a byte
     * @param proof without an authenticated terminal
     * @param frame from the first byte of a frame to its last
     */
    record Limits(Duration idle, Duration proof, Duration frame) {
        long checkEveryMillis() {
            long shortest = Math.min(Math.min(idle.toMillis(), proof.toMillis()), frame.toMillis());
            return Math.clamp(shortest / 4, 20, 5_000);
        }
    }

    /** What only the connection itself knows. */
    interface Proof {
        boolean isProven();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    private final Limits limits;
    private final FrameCutter cutter;
    private final Proof proof;
    private final ServerMeters meters;
    private long readNanos = System.nanoTime();
    private long unprovenNanos = readNanos;
    private @Nullable Future<?> check;

    Deadlines(Limits limits, FrameCutter cutter, Proof proof, ServerMeters meters) {
        this.limits = limits;
        this.cutter = cutter;
        this.proof = proof;
        this.meters = meters;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        long period = limits.checkEveryMillis();
        check = ctx.executor().scheduleWithFixedDelay(() -> check(ctx), period, period, TimeUnit.MILLISECONDS);
        ctx.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        readNanos = System.nanoTime();
        ctx.fireChannelRead(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (check != null) {
            check.cancel(false);
        }
        ctx.fireChannelInactive();
    }

    private void check(ChannelHandlerContext ctx) {
        long now = System.nanoTime();
        if (!ctx.channel().config().isAutoRead()) {
            readNanos = now;
            unprovenNanos = now;
            return;
        }
        if (proof.isProven()) {
            unprovenNanos = now;
        }
        Long unfinished = cutter.unfinishedSinceNanos();
        if (now - readNanos > limits.idle().toNanos()) {
            close(ctx, "idle");
        } else if (now - unprovenNanos > limits.proof().toNanos()) {
            close(ctx, "no terminal authenticated");
        } else if (unfinished != null && now - unfinished > limits.frame().toNanos()) {
            close(ctx, "a frame did not end");
        }
    }

    private void close(ChannelHandlerContext ctx, String why) {
        meters.deadline();
        LOG.debug("closing connection {}: {}", ctx.channel().id(), why);
        Ending.close(ctx);
    }
}
