package org.guitu.protocols.framing;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.guitu.protocols.Framing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlaggedFramesTest {

    private static final int MAX = 64;

    private final FlaggedFrames splitter = new FlaggedFrames(new Framing.Flagged(0x7E, MAX));
    private final List<String> frames = new ArrayList<>();

    @Test
    void framesMayShareAFlagAndRunsOfFlagsAreFiller() {
        feed("7e01027e03047e7e7e057e");

        assertThat(frames).containsExactly("7e01027e", "7e03047e", "7e057e");
    }

    @Test
    void whatComesBeforeTheFirstFlagIsDropped() {
        feed("474554207e017e");

        assertThat(frames).containsExactly("7e017e");
    }

    @Test
    void aFrameCutShortIsGivenUpAtTheNextFlag() {
        feed("7e0102");
        assertThat(splitter.pendingBytes()).isEqualTo(2);

        feed("7e03047e");

        assertThat(frames).containsExactly("7e01027e", "7e03047e");
    }

    @Test
    void theLongestFrameFitsAndOneByteMoreOverflows() {
        assertThat(feed("7e" + "01".repeat(MAX - 2) + "7e")).isTrue();
        assertThat(frames).hasSize(1);

        assertThat(feed("01".repeat(MAX - 1))).isFalse();
        assertThat(feed("7e017e")).as("nothing is taken after an overflow").isFalse();
        assertThat(frames).hasSize(1);
    }

    @Test
    void garbageWithoutAFlagHoldsNoMemory() {
        for (int i = 0; i < 1000; i++) {
            assertThat(feed("41".repeat(1000))).isTrue();
        }

        assertThat(splitter.pendingBytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theSameFramesComeOutHoweverTheStreamIsCut(long seed) {
        String stream = "7e01027e7e0304050607087e097e";
        Random random = new Random(seed);
        for (int at = 0; at < stream.length(); ) {
            int end = Math.min(stream.length(), at + 2 * (1 + random.nextInt(5)));
            feed(stream.substring(at, end));
            at = end;
        }

        assertThat(frames).as("seed %d", seed).containsExactly("7e01027e", "7e0304050607087e", "7e097e");
    }

    private boolean feed(String hex) {
        return splitter.accept(
                Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex)),
                frame -> frames.add(ByteBufUtil.hexDump(frame)));
    }
}
