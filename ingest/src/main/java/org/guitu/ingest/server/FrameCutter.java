package org.guitu.ingest.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.guitu.protocols.Framing;
import org.guitu.protocols.framing.FlaggedFrames;
import org.jspecify.annotations.Nullable;

/**
 * Cuts frames as the protocol's {@link Framing.Flagged} says. Garbage before the first flag is dropped; a frame that runs past the limit
 * cannot be resynchronised and is reported as {@link Overrun}, after which nothing more is read.
 */
final class FrameCutter extends ChannelInboundHandlerAdapter {

    /** The stream ran past the longest allowed frame. */
    record Overrun() {}

    private final FlaggedFrames frames;
    private boolean over;
    private long unfinishedSinceNanos;
    private boolean unfinished;

    FrameCutter(Framing.Flagged framing) {
        this.frames = new FlaggedFrames(framing);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            ctx.fireChannelRead(message);
            return;
        }
        try {
            if (over) {
                return;
            }
            boolean[] any = new boolean[1];
            over = !frames.accept(bytes, frame -> {
                any[0] = true;
                ctx.fireChannelRead(frame);
            });
            note(any[0]);
            if (over) {
                ctx.fireChannelRead(new Overrun());
            }
        } finally {
            bytes.release();
        }
    }

    /** Since when the frame now being received has been, or null if none is. */
    @Nullable
    Long unfinishedSinceNanos() {
        return unfinished ? (Long) unfinishedSinceNanos : null;
    }

    private void note(boolean anyWhole) {
        boolean pending = frames.pendingBytes() > 0;
        if (pending && (anyWhole || !unfinished)) {
            unfinishedSinceNanos = System.nanoTime();
        }
        unfinished = pending;
    }
}
