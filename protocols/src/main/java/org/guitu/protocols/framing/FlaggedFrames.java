package org.guitu.protocols.framing;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.function.Consumer;
import org.guitu.protocols.Framing;

/**
 * Cuts frames that stand between flag bytes ({@link Framing.Flagged}) from a stream that comes in pieces of any size.
 *
 * <p>Two frames may share one flag, runs of flags are filler, and what comes before the first flag is dropped. Never holds more than the
 * longest allowed frame: a longer one overflows, and then nothing more is taken, because no later flag can be trusted to be a beginning.
 */
public final class FlaggedFrames {

    private final byte flag;
    private final byte[] frame;
    private int length;
    private boolean started;
    private boolean overflowed;

    public FlaggedFrames(Framing.Flagged framing) {
        this.flag = (byte) framing.flag();
        this.frame = new byte[framing.maxFrameBytes()];
    }

    /**
     * Takes all of {@code in} and hands every frame it completes to {@code frames}: still escaped, its flags included, in a buffer of its
     * own that needs no release.
     *
     * @return false if the stream ran past the longest allowed frame, now or before; the connection is then to be closed
     */
    public boolean accept(ByteBuf in, Consumer<ByteBuf> frames) {
        while (in.isReadable() && !overflowed) {
            int atFlag = in.bytesBefore(flag);
            take(in, atFlag < 0 ? in.readableBytes() : atFlag);
            if (atFlag >= 0 && !overflowed) {
                in.skipBytes(1);
                close(frames);
            }
        }
        in.skipBytes(in.readableBytes());
        return !overflowed;
    }

    /** Bytes held back since the last flag: the beginning of a frame that has not ended yet. */
    public int pendingBytes() {
        return Math.max(0, length - 1);
    }

    private void take(ByteBuf in, int bytes) {
        if (!started) {
            in.skipBytes(bytes);
        } else if (length + bytes >= frame.length) {
            overflowed = true;
        } else {
            in.readBytes(frame, length, bytes);
            length += bytes;
        }
    }

    private void close(Consumer<ByteBuf> frames) {
        if (length > 1) {
            frame[length] = flag;
            frames.accept(Unpooled.copiedBuffer(frame, 0, length + 1));
        }
        started = true;
        frame[0] = flag;
        length = 1;
    }

    @Override
    public String toString() {
        return overflowed ? "overflowed" : ByteBufUtil.hexDump(frame, 0, length);
    }
}
