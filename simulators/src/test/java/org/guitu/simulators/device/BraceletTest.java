package org.guitu.simulators.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.guitu.protocols.jt808.Jt808Header;
import org.guitu.protocols.jt808.Jt808Location;
import org.guitu.protocols.jt808.Jt808Message;
import org.guitu.simulators.city.LatLon;
import org.guitu.simulators.motion.Whereabouts;
import org.guitu.simulators.noise.GnssReceiver;
import org.guitu.simulators.noise.NoiseProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BraceletTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final Whereabouts PLACE = new Whereabouts(new LatLon(26.42, 113.63), 4, 90, false);
    private static final int STRAP = 1 << 16 | 1 << 17;

    private final FakePlatform platform = new FakePlatform();
    private final AtomicBoolean online = new AtomicBoolean(true);
    private final AtomicBoolean strapClosed = new AtomicBoolean(true);
    private final AtomicInteger ticks = new AtomicInteger();
    private final List<Bracelet> bracelets = new ArrayList<>();

    @AfterEach
    void switchOff() {
        bracelets.forEach(Bracelet::close);
        platform.close();
    }

    /** A bracelet that reports every 10 ms and believes a second passes with each look at its clock, so that no two reports are alike. */
    private Bracelet bracelet(boolean edition2019, Duration reply) {
        BraceletConfig config = BraceletConfig.of("990000000001", edition2019)
                .withTimes(Duration.ofMillis(10), reply, Duration.ofMillis(20));
        Script script = when -> new Moment(PLACE, online.get(), strapClosed.get(), false, 80, false);
        InstantSource clock = () -> NOON.plusSeconds(ticks.incrementAndGet());
        BraceletReporter reporter = new BraceletReporter(script, new GnssReceiver(NoiseProfile.none(), 1));
        Bracelet bracelet = new Bracelet(
                config, script, reporter, platform.address(), platform.group().next(), clock, nanos -> {});
        bracelets.add(bracelet);
        return bracelet;
    }

    private Bracelet bracelet() {
        return bracelet(false, Duration.ofSeconds(5));
    }

    private void awaitStored(int atLeast) {
        await().atMost(Duration.ofSeconds(20)).until(() -> platform.stored.size() >= atLeast);
    }

    /** No more reports, and everything handed over: then all that was made is there, each once, in order. */
    private void assertNothingLostAndInOrder(Bracelet bracelet) {
        bracelet.quiet();
        await().atMost(Duration.ofSeconds(20)).until(() -> bracelet.counters().stored() == 0);
        List<String> times =
                platform.stored.stream().map(location -> location.time().hex()).toList();
        assertThat(times).isSorted();
        assertThat(new HashSet<>(times)).hasSize((int) bracelet.counters().reported());
        assertThat(bracelet.counters().acknowledged())
                .isEqualTo(bracelet.counters().reported());
        assertThat(bracelet.counters().dropped()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void registersShowsItsCodeAndReports(boolean edition2019) {
        Bracelet bracelet = bracelet(edition2019, Duration.ofSeconds(5));
        bracelet.start(Duration.ZERO);
        awaitStored(5);

        assertThat(platform.received.get(0)).isInstanceOf(Jt808Message.Register.class);
        assertThat(platform.received.get(1))
                .isInstanceOfSatisfying(
                        Jt808Message.Authenticate.class,
                        claim -> assertThat(claim.code()).isEqualTo(FakePlatform.CODE));
        assertThat(platform.received.getLast().header().edition())
                .isEqualTo(edition2019 ? Jt808Header.Edition.EDITION_2019 : Jt808Header.Edition.EDITION_2013);
        assertThat(platform.received)
                .allMatch(message -> message.header().deviceId().endsWith("990000000001"));
        assertNothingLostAndInOrder(bracelet);
        assertThat(platform.stored.getFirst().latitudeMicroDegrees()).isEqualTo(26_420_000);
    }

    @Test
    void aReportWithoutAnswerIsSentAgainUnderTheSameSerial() {
        Bracelet bracelet = bracelet(false, Duration.ofMillis(150));
        bracelet.start(Duration.ZERO);
        awaitStored(1);
        platform.acknowledging = false;
        await().until(() -> bracelet.counters().resent() >= 2);
        platform.acknowledging = true;
        awaitStored(20);

        List<Integer> serials = platform.all(Jt808Message.Location.class).stream()
                .map(location -> location.header().serial())
                .toList();
        assertThat(new HashSet<>(serials)).hasSizeLessThan(serials.size());
        bracelet.quiet();
        await().atMost(Duration.ofSeconds(10)).until(() -> bracelet.counters().stored() == 0);
        assertThat(bracelet.counters().acknowledged())
                .isEqualTo(bracelet.counters().reported());
    }

    @Test
    void whenNoAnswerEverComesItConnectsAnewAndSendsABatch() {
        Bracelet bracelet = bracelet(false, Duration.ofMillis(30));
        platform.acknowledging = false;
        bracelet.start(Duration.ZERO);
        await().atMost(Duration.ofSeconds(10)).until(() -> bracelet.counters().connects() >= 2);
        platform.acknowledging = true;
        await().until(() -> !platform.all(Jt808Message.Batch.class).isEmpty());

        assertThat(platform.all(Jt808Message.Register.class))
                .as("the code is kept")
                .hasSize(1);
        assertThat(platform.all(Jt808Message.Batch.class)).allMatch(batch -> batch.type() == 1);
        assertNothingLostAndInOrder(bracelet);
    }

    @Test
    void aBrokenConnectionLosesNothing() {
        Bracelet bracelet = bracelet();
        bracelet.start(Duration.ZERO);
        for (int i = 1; i <= 5; i++) {
            awaitStored(10 * i);
            platform.dropConnections();
        }
        awaitStored(60);

        assertThat(bracelet.counters().connects()).isGreaterThanOrEqualTo(5);
        assertNothingLostAndInOrder(bracelet);
    }

    @Test
    void aServerThatIsAwayForAWhileGetsEverythingAfterwardsOldestFirst() {
        Bracelet bracelet = bracelet();
        bracelet.start(Duration.ZERO);
        awaitStored(5);
        platform.stop();
        await().atMost(Duration.ofSeconds(10)).until(() -> bracelet.counters().stored() >= 40);
        platform.restart();
        awaitStored(60);

        assertThat(platform.all(Jt808Message.Batch.class))
                .isNotEmpty()
                .anyMatch(batch -> batch.locations().size() == 18);
        assertNothingLostAndInOrder(bracelet);
    }

    @Test
    void outOfReachOfTheNetworkItIsSilentAndKeepsItsReports() {
        Bracelet bracelet = bracelet();
        bracelet.start(Duration.ZERO);
        awaitStored(5);
        online.set(false);
        await().until(() -> bracelet.counters().stored() >= 30);
        int before = platform.received.size();
        await().until(() -> bracelet.counters().stored() >= 50);
        assertThat(platform.received).hasSize(before);
        online.set(true);
        awaitStored(60);

        assertNothingLostAndInOrder(bracelet);
    }

    @Test
    void aRefusedCodeIsForgottenAndAskedForAgain() {
        Bracelet bracelet = bracelet();
        bracelet.start(Duration.ZERO);
        awaitStored(3);
        platform.codeValid = false;
        platform.dropConnections();
        await().until(() -> platform.all(Jt808Message.Register.class).size() >= 2);
        platform.codeValid = true;
        awaitStored(20);

        assertNothingLostAndInOrder(bracelet);
    }

    @Test
    void anOpenStrapIsReportedAsLongAsItIsOpen() {
        Bracelet bracelet = bracelet();
        bracelet.start(Duration.ZERO);
        awaitStored(3);
        strapClosed.set(false);
        await().until(() -> (platform.stored.getLast().alarmBits() & STRAP) == STRAP);
        strapClosed.set(true);
        await().until(() -> platform.stored.getLast().alarmBits() == 0);

        assertThat(platform.stored.getFirst().alarmBits()).isZero();
        assertNothingLostAndInOrder(bracelet);
    }

    @Test
    void historyGoesFirstInBatches() {
        Bracelet bracelet = bracelet();
        List<Jt808Location> history = new ArrayList<>();
        for (int minute = 100; minute > 0; minute--) {
            history.add(Jt808Location.fix(NOON.minus(Duration.ofMinutes(minute)), 26.42, 113.63));
        }
        bracelet.remember(history);
        bracelet.start(Duration.ZERO);
        awaitStored(110);

        assertThat(platform.stored.subList(0, 100)).isEqualTo(history);
        assertNothingLostAndInOrder(bracelet);
    }

    @Test
    void commandsAreAnswered() {
        Bracelet bracelet = bracelet();
        bracelet.start(Duration.ZERO);
        awaitStored(2);
        platform.sendToAll(new Jt808Message.LocateNow(Jt808Header.of2013("990000000001", 77)));
        platform.sendToAll(new Jt808Message.Text(Jt808Header.of2013("990000000001", 78), 5, 0, "请回电"));
        await().until(() -> !platform.all(Jt808Message.LocationAnswer.class).isEmpty()
                && !platform.all(Jt808Message.TerminalReply.class).isEmpty());

        assertThat(platform.all(Jt808Message.LocationAnswer.class).getFirst().ackSerial())
                .isEqualTo(77);
        assertThat(platform.all(Jt808Message.TerminalReply.class).getFirst().ackSerial())
                .isEqualTo(78);
        assertThat(bracelet.counters().connects()).isEqualTo(1);
    }

    @Test
    void closingLogsOut() {
        Bracelet bracelet = bracelet();
        bracelet.start(Duration.ZERO);
        awaitStored(2);
        bracelet.close();

        await().until(() -> platform.received.getLast() instanceof Jt808Message.Logout);
    }
}
