package org.guitu.simulators.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.guitu.geofence.judgement.Checkpoint;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.geofence.judgement.Judge;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.Span;
import org.guitu.geofence.silence.Arrivals;
import org.guitu.geofence.silence.Silence;
import org.guitu.geofence.track.DeviceFact;
import org.guitu.geofence.track.Fix;
import org.guitu.simulators.city.City;
import org.guitu.simulators.city.LatLon;
import org.guitu.simulators.device.Moment;
import org.guitu.simulators.noise.GnssReceiver;
import org.guitu.simulators.noise.NoiseProfile;
import org.guitu.simulators.noise.Observation;
import org.guitu.simulators.scenario.Supervisee.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole chain without a wire: script, receiver's error, judge. What was staged is found, and nothing else. */
class JudgedCastTest {

    private static final Instant START = Instant.parse("2026-11-20T03:14:22Z");
    private static final DemoCast CAST = DemoCast.of(City.generate(City.DEFAULT_SEED), START);
    private static final Duration EVERY = Duration.ofSeconds(5);

    static Stream<Supervisee> compliant() {
        return CAST.supervisees().stream().filter(person -> person.role() == Role.COMPLIANT);
    }

    @ParameterizedTest(name = "person {index}")
    @MethodSource("compliant")
    void whoeverKeepsToEverythingIsLeftInPeace(Supervisee person) {
        List<Finding> findings = judge(person, START.minus(Duration.ofMinutes(10)), START.plus(Duration.ofHours(4)));

        assertThat(findings).as("findings about person %d", person.number()).isEmpty();
    }

    @Test
    void theVisitToTheMarketIsFoundWithinSecondsAndEnds() {
        Finding finding = first(Role.EXCLUSION, FindingKind.EXCLUSION);

        assertThat(seconds(finding.start())).isBetween(18L, 40L);
        assertThat(seconds(finding.confirmedAt())).isBetween(25L, 60L);
        assertThat(seconds(finding.end())).isBetween(200L, 260L);
    }

    @Test
    void beingOutWhenTheCurfewBeginsIsABreachAtThatInstant() {
        Finding finding = first(Role.CURFEW, FindingKind.CURFEW);

        assertThat(finding.start()).isEqualTo(Instant.parse("2026-11-20T03:15:00Z"));
        assertThat(finding.confirmedAt()).isEqualTo(finding.start());
        assertThat(seconds(finding.end())).isBetween(20 * 60L, 40 * 60L);
    }

    @Test
    void theOpenedStrapIsFoundForAsLongAsItIsOpen() {
        Finding finding = first(Role.STRAP, FindingKind.TAMPER);

        assertThat(seconds(finding.start())).isBetween(90L, 95L);
        assertThat(seconds(finding.end())).isBetween(300L, 305L);
    }

    @Test
    void theUnseenCrossingIsFoundAndHadEndedBeforeItsEvidenceArrived() {
        Finding finding = first(Role.SILENCE, FindingKind.EXCLUSION);

        assertThat(seconds(finding.start())).isBetween(65L, 100L);
        assertThat(seconds(finding.end())).isBetween(150L, 280L);
    }

    @Test
    void theFourRaiseNothingElse() {
        for (Role role : List.of(Role.CURFEW, Role.STRAP, Role.SILENCE)) {
            assertThat(judge(CAST.supervisee(role), START.minusSeconds(600), START.plus(Duration.ofHours(1))))
                    .as("%s", role)
                    .hasSize(1);
        }
        assertThat(judge(CAST.supervisee(Role.EXCLUSION), START.minusSeconds(600), START.plus(Duration.ofHours(3))))
                .allMatch(finding -> finding.kind() == FindingKind.EXCLUSION)
                .hasSizeBetween(2, 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20T12:52:09Z", "2026-11-21T15:59:31Z", "2026-11-21T21:47:55Z"})
    void theStoryIsTheSameWheneverItStarts(Instant start) {
        DemoCast cast = DemoCast.of(CAST.city(), start);
        for (Supervisee person : cast.supervisees()) {
            List<FindingKind> kinds = judge(person, start, start.plus(Duration.ofMinutes(25))).stream()
                    .map(Finding::kind)
                    .distinct()
                    .toList();
            assertThat(kinds)
                    .as("person %d", person.number())
                    .isEqualTo(
                            switch (person.role()) {
                                case EXCLUSION, SILENCE -> List.of(FindingKind.EXCLUSION);
                                case CURFEW -> List.of(FindingKind.CURFEW);
                                case STRAP -> List.of(FindingKind.TAMPER);
                                case COMPLIANT -> List.of();
                            });
        }
    }

    @Test
    void theSilentOneIsMissedNinetySecondsOnAndNobodyElse() {
        for (Supervisee person : CAST.supervisees()) {
            List<Finding> findings = silence(person, START.minusSeconds(600), START.plus(Duration.ofMinutes(45)));
            if (person.role() != Role.SILENCE) {
                assertThat(findings).as("person %d", person.number()).isEmpty();
                continue;
            }
            Finding lost = findings.getFirst();
            assertThat(findings).hasSize(1);
            assertThat(lost.kind()).isEqualTo(FindingKind.COMM_LOSS);
            assertThat(seconds(lost.start())).isBetween(40L, 45L);
            assertThat(seconds(lost.confirmedAt())).isBetween(130L, 135L);
            assertThat(seconds(lost.end())).isBetween(285L, 290L);
        }
    }

    /** Judges by the plan of the cast what is heard of a person's device: while it is online a packet every time, with a place where it has one. */
    private static List<Finding> silence(Supervisee person, Instant from, Instant to) {
        List<Span> packets = new ArrayList<>();
        List<Span> located = new ArrayList<>();
        for (Fix fix : fixes(person, from, to)) {
            if (person.script().at(fix.at()).online()) {
                packets.add(new Span(fix.at(), fix.at()));
                if (fix.located()) {
                    located.add(new Span(fix.at(), fix.at()));
                }
            }
        }
        RuleBook book =
                new RuleBook(1, List.of(new Rule(1, DemoCast.PLAN, Optional.empty(), Instant.EPOCH, Instant.MAX)));
        return Silence.judge(from, book, new Arrivals(packets, located, List.of()), to)
                .findings();
    }

    private static Finding first(Role role, FindingKind kind) {
        return judge(CAST.supervisee(role), START.minusSeconds(600), START.plus(Duration.ofMinutes(45))).stream()
                .filter(finding -> finding.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static long seconds(Instant at) {
        assertThat(at).isNotNull();
        return Duration.between(START, at).toSeconds();
    }

    private static List<Finding> judge(Supervisee person, Instant from, Instant to) {
        List<Rule> rules = new ArrayList<>();
        for (Zone zone : person.zones()) {
            Order order = zone.kind() == RuleKind.STAY_IN ? Order.stayIn(zone.area()) : Order.keepOut(zone.area());
            rules.add(new Rule(rules.size() + 1L, order, zone.schedule(), Instant.EPOCH, Instant.MAX));
        }
        return new Judge()
                .fold(Checkpoint.start(), fixes(person, from, to), new RuleBook(1, rules), to)
                .findings();
    }

    private static List<Fix> fixes(Supervisee person, Instant from, Instant to) {
        GnssReceiver receiver = new GnssReceiver(NoiseProfile.defaults(), 17L * person.number());
        List<Fix> fixes = new ArrayList<>();
        for (Instant at = from; at.isBefore(to); at = at.plus(EVERY)) {
            Moment moment = person.script().at(at);
            Observation seen = receiver.observe(at, moment.whereabouts());
            LatLon place = seen.position();
            boolean phone = person.device().kind() == DemoDevice.Kind.PHONE;
            fixes.add(new Fix(
                    at,
                    at,
                    fixes.size(),
                    place == null ? 0 : place.latitude(),
                    place == null ? 0 : place.longitude(),
                    seen.fixed(),
                    phone ? Double.valueOf(seen.accuracyMeters()) : null,
                    moment.whereabouts().speedKmh(),
                    seen.satellites(),
                    Fix.Source.GNSS,
                    moment.strapClosed() ? Set.of() : Set.of(DeviceFact.TAMPER)));
        }
        return fixes;
    }
}
