package org.guitu.protocols.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.guitu.protocols.Decoded;
import org.guitu.protocols.Octets;
import org.guitu.protocols.jt808.Jt808Message.Fragment;
import org.guitu.protocols.jt808.Jt808Reassembly.Limits;
import org.guitu.protocols.jt808.Jt808Reassembly.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Jt808ReassemblyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Jt808Message.Batch BATCH = new Jt808Message.Batch(
            Jt808Header.of2013("13800138000", 100), 1, Collections.nCopies(40, SampleMessages.LOCATION), 0);

    private final Jt808Reassembly reassembly = new Jt808Reassembly(Limits.DEFAULT);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyOrderAndDuplicatesGiveTheWholeOnce(long seed) {
        List<Jt808Message> fragments = new ArrayList<>(Jt808Fragments.of(BATCH, 200));
        Collections.shuffle(fragments, new Random(seed));
        List<Decoded<Jt808Message>> whole = new ArrayList<>();
        for (Jt808Message fragment : fragments) {
            collect(reassembly.offer((Fragment) fragment, NOW), whole);
            if (whole.isEmpty()) {
                collect(reassembly.offer((Fragment) fragment, NOW), whole);
            }
        }

        assertThat(whole)
                .as("seed %d", seed)
                .singleElement()
                .satisfies(decoded -> assertThat(decoded)
                        .isInstanceOfSatisfying(
                                Decoded.Message.class,
                                message -> assertThat(((Jt808Message.Batch) message.message()).locations())
                                        .isEqualTo(BATCH.locations())));
        assertThat(reassembly.heldBytes()).isZero();
    }

    @Test
    void twoTerminalsDoNotMix() {
        Fragment mine = fragment("13800138000", 100, 2, 1, "aa");
        Fragment others = fragment("13900139000", 101, 2, 2, "bb");

        assertThat(reassembly.offer(mine, NOW)).isEqualTo(new Outcome.Waiting(1));
        assertThat(reassembly.offer(others, NOW)).isEqualTo(new Outcome.Waiting(1));
    }

    @Test
    void anUnfinishedMessageIsForgottenAfterItsTime() {
        reassembly.offer(fragment("1", 100, 2, 1, "aa"), NOW);

        Instant later = NOW.plus(Limits.DEFAULT.lifetime()).plusSeconds(1);
        assertThat(reassembly.offer(fragment("1", 101, 2, 2, "bb"), later)).isEqualTo(new Outcome.Waiting(1));
        assertThat(reassembly.heldBytes()).isEqualTo(1 + Jt808Reassembly.FRAGMENT_OVERHEAD_BYTES);
    }

    @Test
    void neitherCountNorBytesGrowBeyondTheLimits() {
        Jt808Reassembly small = new Jt808Reassembly(new Limits(10, 300, Duration.ofMinutes(3)));

        assertThat(small.offer(fragment("1", 1, 65535, 1, "aa"), NOW)).isInstanceOf(Outcome.Refused.class);
        for (int serial = 0; serial < 10_000; serial += 10) {
            small.offer(fragment("1", serial, 10, 1, serial % 20 == 0 ? "" : "aa".repeat(30)), NOW);
            assertThat(small.heldBytes()).isLessThanOrEqualTo(300);
        }
        assertThat(small.offer(fragment("2", 1, 2, 1, "aa".repeat(301)), NOW)).isInstanceOf(Outcome.Refused.class);
    }

    private static Fragment fragment(String phone, int serial, int total, int index, String hex) {
        return new Fragment(Jt808Header.of2013(phone, serial), 0x0704, total, index, Octets.ofHex(hex));
    }

    private static void collect(Outcome outcome, List<Decoded<Jt808Message>> whole) {
        if (outcome instanceof Outcome.Whole(Decoded<Jt808Message> message)) {
            whole.add(message);
        }
    }
}
