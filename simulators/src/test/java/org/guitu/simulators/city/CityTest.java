package org.guitu.simulators.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

class CityTest {

    private static final City CITY = City.generate(City.DEFAULT_SEED);

    @Test
    void equalSeedsGiveEqualCities() {
        City again = City.generate(City.DEFAULT_SEED);

        assertThat(again.buildings()).isEqualTo(CITY.buildings());
        assertThat(again.roads()).isEqualTo(CITY.roads());
        assertThat(again.sites()).isEqualTo(CITY.sites());
    }

    @Test
    void differentSeedsGiveDifferentCities() {
        assertThat(City.generate(7).buildings()).isNotEqualTo(CITY.buildings());
    }

    @ParameterizedTest
    @ValueSource(longs = {City.DEFAULT_SEED, 1, 2, 3, 42})
    void everySeedGivesAWholeCity(long seed) {
        City city = City.generate(seed);

        assertThat(city.buildings()).as("buildings of seed %d", seed).hasSizeBetween(2_600, 4_600);
        assertThat(city.compounds()).hasSizeGreaterThan(80);
        assertThat(city.sites(SiteKind.SCHOOL)).hasSizeGreaterThanOrEqualTo(8);
        assertThat(city.sites(SiteKind.JUSTICE)).hasSize(5);
        assertThat(city.sites(SiteKind.POLICE)).hasSize(5);
        assertThat(city.sites(SiteKind.MARKET)).hasSize(3);
        assertThat(city.sites(SiteKind.STATION)).hasSize(1);
        assertThat(city.sites(SiteKind.DISTRICT)).hasSize(5);
        assertThat(city.sites(SiteKind.PARK)).hasSizeGreaterThan(10);
        assertThat(city.roads()).filteredOn(Road::bridge).hasSizeBetween(3, 12);
    }

    @ParameterizedTest
    @ValueSource(longs = {City.DEFAULT_SEED, 1, 42})
    void everyCrossingCanBeReachedFromEveryOther(long seed) {
        RoadGraph graph = City.generate(seed).graph();
        Set<Integer> reached = new HashSet<>(Set.of(0));
        Set<Integer> edge = Set.of(0);
        while (!edge.isEmpty()) {
            Set<Integer> next = new HashSet<>();
            for (int node : edge) {
                for (RoadGraph.Edge way : graph.at(node)) {
                    next.add(way.from());
                    next.add(way.to());
                }
            }
            next.removeAll(reached);
            reached.addAll(next);
            edge = next;
        }

        assertThat(reached).hasSize(graph.nodes().size()).hasSizeGreaterThan(300);
    }

    @Test
    void namesAreGivenOnceAndInBothLanguages() {
        assertThat(CITY.sites()).allSatisfy(site -> {
            assertThat(site.name().zh()).isNotBlank();
            assertThat(site.name().en()).matches("[\\x20-\\x7e]+");
        });
        assertThat(CITY.compounds()).extracting(Compound::name).doesNotHaveDuplicates();
        assertThat(CITY.name().zh()).isEqualTo("归途市");
    }

    @Test
    void nothingIsBuiltInTheRiver() {
        for (Site water : CITY.sites(SiteKind.RIVER)) {
            assertThat(CITY.buildings())
                    .noneMatch(building -> building.shape().getCentroid().within(water.shape()));
        }
    }

    @Test
    void shapesAreValidAndWithinEightBySixKilometres() {
        assertThat(CITY.buildings()).allMatch(building -> building.shape().isValid());
        assertThat(CITY.sites()).allSatisfy(site -> {
            assertThat(site.shape().isValid()).as(site.name().en()).isTrue();
            assertThat(site.shape().getEnvelopeInternal().getMaxX()).isLessThanOrEqualTo(4_000.01);
            assertThat(site.shape().getEnvelopeInternal().getMaxY()).isLessThanOrEqualTo(3_000.01);
        });
    }

    @Test
    void townshipsShareTheCountyBetweenThem() {
        double parts = CITY.sites(SiteKind.DISTRICT).stream()
                .filter(site -> !site.equals(CITY.county()))
                .mapToDouble(site -> site.shape().getArea())
                .sum();

        assertThat(parts / CITY.county().shape().getArea()).isBetween(0.97, 1.0001);
    }

    @Test
    void planeAndGroundAgree() {
        Coordinate corner = new Coordinate(3_000, -2_000);
        LatLon ground = CITY.ground(corner);

        assertThat(CITY.plane().toPlane(ground).distance(corner)).isLessThan(1e-6);
        assertThat(CITY.ground(new Coordinate(0, 0)).distanceMeters(ground)).isBetween(3_604.0, 3_607.5);
    }
}
