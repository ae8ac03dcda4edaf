package org.guitu.simulators.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.guitu.simulators.device.Outbox.Kept;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final Outbox<String> outbox = new Outbox<>(3);

    @Test
    void takesOldestFirst() {
        outbox.add("a", false);
        outbox.add("b", false);

        assertThat(outbox.take(5)).extracting(Kept::report).containsExactly("a", "b");
        assertThat(outbox.isEmpty()).isTrue();
        assertThat(outbox.counters(0, 0).stored()).isEqualTo(2);
    }

    @Test
    void whatComesBackGoesToTheFrontAndIsLate() {
        outbox.add("a", false);
        outbox.add("b", false);
        List<Kept<String>> taken = outbox.take(1);
        outbox.giveBack(taken);

        assertThat(outbox.late()).isTrue();
        assertThat(outbox.take(2)).containsExactly(new Kept<>("a", true), new Kept<>("b", false));
    }

    @Test
    void whenFullTheOldestIsGivenUp() {
        for (String report : List.of("a", "b", "c", "d", "e")) {
            outbox.add(report, true);
        }

        assertThat(outbox.take(9)).extracting(Kept::report).containsExactly("c", "d", "e");
        assertThat(outbox.counters(0, 0).dropped()).isEqualTo(2);
    }

    @Test
    void theBooksBalance() {
        for (String report : List.of("a", "b", "c", "d")) {
            outbox.add(report, false);
        }
        outbox.take(2);
        outbox.acknowledge(1);
        outbox.refuse(1);
        DeviceCounters counters = outbox.counters(0, 0);

        assertThat(counters.reported())
                .isEqualTo(counters.acknowledged() + counters.stored() + counters.dropped() + counters.refused());
    }
}
