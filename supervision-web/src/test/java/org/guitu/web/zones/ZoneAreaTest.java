package org.guitu.web.zones;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.guitu.geofence.zone.Area;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneAreaTest {

    private static final String SQUARE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[121.0,31.0],[121.01,31.0],[121.01,31.01],[121.0,31.01],[121.0,31.0]]]}";

    private static final String CIRCLE =
            feature("{\"type\":\"Point\",\"coordinates\":[121.0,31.0]}", "\"radiusM\":250");

    @Test
    void whatIsReadIsWrittenAndReadAgain() {
        for (String text : new String[] {
            SQUARE,
            feature("{\"type\":\"Point\",\"coordinates\":[121.0,31.0]}", "\"radiusM\":250.5"),
            feature("{\"type\":\"LineString\",\"coordinates\":[[121.0,31.0],[121.1,31.1]]}", "\"bufferM\":40"),
            "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}",
            "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}"
        }) {
            String written = ZoneArea.write(read(text, "", "").orThrow()).toString();
            assertThat(ZoneArea.write(ZoneArea.stored(written)).toString()).isEqualTo(written);
        }
    }

    @Test
    void lengthInTheFormGoesBeforeTheOneInTheDrawing() {
        String circle = feature("{\"type\":\"Point\",\"coordinates\":[121.0,31.0]}", "\"radiusM\":250");
        assertThat(read(circle, "300", "").orThrow()).isEqualTo(new Area.Circle(31.0, 121.0, 300));
    }

    @Test
    void severalShapesAreAlternativesAndSurviveTheDatabase() {
        Area area = Outcome.of(() -> ZoneArea.read(List.of(CIRCLE, SQUARE, CIRCLE), "80", "", new Fields())
                        .orElseThrow())
                .orThrow();
        assertThat(area)
                .isInstanceOfSatisfying(
                        Area.AnyOf.class,
                        anyOf -> assertThat(anyOf.parts())
                                .hasSize(3)
                                .startsWith(new Area.Circle(31.0, 121.0, 250))
                                .endsWith(new Area.Circle(31.0, 121.0, 80)));
        String written = ZoneArea.write(area).toString();
        assertThat(written).contains("\"lengthsM\":[250.0,null,80.0]");
        assertThat(ZoneArea.write(ZoneArea.stored(written)).toString()).isEqualTo(written);
    }

    @Test
    void moreAlternativesThanAnOrderCanNameAreRefused() {
        Fields fields = new Fields();
        assertThat(ZoneArea.read(Collections.nCopies(Area.AnyOf.PARTS_MAX + 1, SQUARE), "", "", fields))
                .isEmpty();
        assertThat(fields.has("area")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[[0,0],[2,2],[2,0],[0,2],[0,0]]] | zones.error.area.self-crossing",
                "[[[0,0],[1,0],[1,1],[0,1]]] | zones.error.area-unreadable",
                "[[[0,0],[1,0],[0,0]]] | zones.error.area.too-few-points",
                "[[[0,0],[1,0],[2,0],[0,0]]] | zones.error.area.self-crossing",
                "[[[0,0],[1,0],[1,95],[0,0]]] | zones.error.area.out-of-range",
                "[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[20,20],[21,20],[21,21],[20,20]]] | zones.error.area.hole-outside",
                "[] | zones.error.area-unreadable",
                "[[[\"a\",0],[1,0],[1,1],[0,0]]] | zones.error.area-unreadable",
            })
    void badPolygonsAreRefusedWithTheirReason(String coordinates, String key) {
        Outcome<Area> outcome = read("{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}", "", "");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        invalid -> assertThat(invalid.problems()
                                        .find("area")
                                        .orElseThrow()
                                        .toString())
                                .contains(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "abc", "1e9", "NaN", "Infinity"})
    void circleNeedsASensibleRadius(String radius) {
        Outcome<Area> outcome = read("{\"type\":\"Point\",\"coordinates\":[121.0,31.0]}", radius, "");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        invalid -> assertThat(invalid.problems().has("radiusMeters"))
                                .isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "{}",
                "null",
                "[]",
                "{\"type\":\"Feature\"}",
                "{\"type\":\"Polygon\"}",
                "{\"type\":\"Point\"}"
            })
    void whatIsNoAreaIsRefused(String text) {
        assertThat(read(text, "100", "100")).isInstanceOf(Outcome.Invalid.class);
    }

    private static String feature(String geometry, String properties) {
        return "{\"type\":\"Feature\",\"geometry\":" + geometry + ",\"properties\":{" + properties + "}}";
    }

    private static Outcome<Area> read(String text, String radius, String buffer) {
        return Outcome.of(() -> {
            Fields fields = new Fields();
            var area = ZoneArea.read(text.isEmpty() ? List.of() : List.of(text), radius, buffer, fields);
            fields.refuseIfAny();
            return area.orElseThrow(() -> new AssertionError("no area and no problem: " + Problems.none()));
        });
    }
}
