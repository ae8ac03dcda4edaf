package org.guitu.ingest.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guitu.geofence.schedule.Span;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.junit.jupiter.api.Test;

class CollectionHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    private static final WeeklySchedule MORNINGS = new WeeklySchedule(
            SHANGHAI,
            List.of(new WeeklySchedule.Window(Set.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), LocalTime.of(9, 0))));
    private static final RandomPoints THREE = points(42);

    @Test
    void aWindowCoversFromItsFirstInstantToBeforeItsLast() {
        CollectionHours hours = new CollectionHours(Optional.of(MORNINGS), Optional.empty());
        assertThat(hours.cover(at("2026-11-30T08:00:00+08:00"))).isTrue();
        assertThat(hours.cover(at("2026-11-30T08:59:59+08:00"))).isTrue();
        assertThat(hours.cover(at("2026-11-30T09:00:00+08:00"))).isFalse();
        assertThat(hours.cover(at("2026-12-01T08:30:00+08:00"))).isFalse();
        assertThat(hours.spans(at("2026-11-29T00:00:00+08:00"), at("2026-12-08T00:00:00+08:00")))
                .containsExactly(
                        new Span(at("2026-11-30T08:00:00+08:00"), at("2026-11-30T09:00:00+08:00")),
                        new Span(at("2026-12-07T08:00:00+08:00"), at("2026-12-07T09:00:00+08:00")));
    }

    /** The past is told by drawing again: another way of drawing would tell another past. */
    @Test
    void whatIsDrawnOfASeedAndADateNeverChanges() {
        assertThat(THREE.on(MONDAY))
                .isEqualTo(List.of(
                        at("2026-11-30T09:32:31+08:00"),
                        at("2026-11-30T15:36:23+08:00"),
                        at("2026-11-30T17:00:35+08:00")));
    }

    @Test
    void pointsDifferFromDayToDayAndFromPlanToPlanAndKeepToTheirHours() {
        for (int i = 0; i < 400; i++) {
            LocalDate day = MONDAY.plusDays(i);
            List<Instant> drawn = THREE.on(day);
            assertThat(drawn).hasSize(3).isSorted();
            assertThat(LocalTime.ofInstant(drawn.getFirst(), SHANGHAI)).isAfterOrEqualTo(LocalTime.of(8, 0));
            assertThat(LocalTime.ofInstant(drawn.getLast(), SHANGHAI)).isBefore(LocalTime.of(20, 0));
            assertThat(drawn).isNotEqualTo(points(43).on(day));
            assertThat(clocks(day)).isNotEqualTo(clocks(day.plusDays(1)));
        }
    }

    @Test
    void aFewMinutesAroundAPointBelongToIt() {
        CollectionHours hours = new CollectionHours(Optional.empty(), Optional.of(THREE));
        Instant point = THREE.on(MONDAY).get(1);
        assertThat(hours.cover(point.minus(Duration.ofMinutes(5)))).isTrue();
        assertThat(hours.cover(point.plus(Duration.ofMinutes(5)).minusNanos(1))).isTrue();
        assertThat(hours.cover(point.plus(Duration.ofMinutes(5)))).isFalse();
        assertThat(hours.cover(point.minus(Duration.ofMinutes(5)).minusNanos(1)))
                .isFalse();
    }

    @Test
    void whatCoversAnInstantIsInTheSpansAndNothingElseIs() {
        CollectionHours hours = new CollectionHours(Optional.of(MORNINGS), Optional.of(THREE));
        Instant from = at("2026-11-29T20:00:00+08:00");
        Instant to = at("2026-12-01T20:00:00+08:00");
        List<Span> spans = hours.spans(from, to);
        for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
            Instant instant = at;
            boolean inside =
                    spans.stream().anyMatch(span -> !instant.isBefore(span.from()) && instant.isBefore(span.to()));
            assertThat(hours.cover(instant)).as(instant.toString()).isEqualTo(inside);
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        CollectionHours hours = new CollectionHours(Optional.of(MORNINGS), Optional.of(THREE));
        assertThat(HoursJson.read(HoursJson.write(hours))).isEqualTo(hours);
        CollectionHours weekly = new CollectionHours(Optional.of(MORNINGS), Optional.empty());
        assertThat(HoursJson.read(HoursJson.write(weekly))).isEqualTo(weekly);
        assertThatThrownBy(() -> HoursJson.read("{}")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void outsideTheHoursTheDeviceIsStillItsHolders() {
        Basis basis = new Basis(
                7,
                1,
                at("2026-11-30T00:00:00+08:00"),
                at("2026-12-31T00:00:00+08:00"),
                Optional.of(new CollectionHours(Optional.of(MORNINGS), Optional.empty())));
        Instant noon = at("2026-11-30T12:00:00+08:00");
        assertThat(Basis.holderAt(List.of(basis), noon)).hasValue(7);
        assertThat(Basis.subjectAt(List.of(basis), noon)).isEmpty();
        assertThat(Basis.holderAt(List.of(basis), at("2026-12-31T00:00:00+08:00")))
                .isEmpty();
    }

    private static List<LocalTime> clocks(LocalDate day) {
        return THREE.on(day).stream()
                .map(point -> LocalTime.ofInstant(point, SHANGHAI))
                .toList();
    }

    private static RandomPoints points(long seed) {
        return new RandomPoints(seed, 3, LocalTime.of(8, 0), LocalTime.of(20, 0), SHANGHAI, 5);
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
