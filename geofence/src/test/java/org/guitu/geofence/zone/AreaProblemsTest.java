package org.guitu.geofence.zone;

import static org.assertj.core.api.Assertions.assertThat;

import org.guitu.geofence.zone.AreaProblems.Problem;
import org.guitu.geofence.zone.AreaProblems.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class AreaProblemsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "EMPTY          | POLYGON EMPTY",
                "WRONG_TYPE     | POINT (120 30)",
                "OUT_OF_RANGE   | POLYGON ((120 30, 121 30, 121 95, 120 30))",
                "SELF_CROSSING  | POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))",
                "HOLE_OUTSIDE   | POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0), (5 5, 6 5, 6 6, 5 5))",
                "PARTS_OVERLAP  | MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0)), ((2 2, 3 2, 3 3, 2 2)))",
                "TOO_FEW_POINTS | POLYGON ((0 0, 1 1, 0 0, 0 0))"
            })
    void namesTheProblem(Reason reason, String wkt) throws ParseException {
        assertThat(AreaProblems.find(new Area.Polygonal(new WKTReader().read(wkt))))
                .map(Problem::reason)
                .contains(reason);
    }

    @Test
    void saysWhereAnOutlineCrossesItself() throws ParseException {
        var bow = new Area.Polygonal(new WKTReader().read("POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))"));
        assertThat(AreaProblems.find(bow)).contains(new Problem(Reason.SELF_CROSSING, new Coordinate(0.5, 0.5)));
    }

    @Test
    void aRouteMayCrossItselfButNeedsABuffer() throws ParseException {
        var line = new WKTReader().read("LINESTRING (0 0, 1 1, 1 0, 0 1)");
        assertThat(AreaProblems.find(new Area.Corridor(line, 30))).isEmpty();
        assertThat(AreaProblems.find(new Area.Corridor(line, 0)))
                .map(Problem::reason)
                .contains(Reason.RADIUS_NOT_POSITIVE);
    }

    @Test
    void aCircleNeedsARadiusAndAPlaceOnEarth() {
        assertThat(AreaProblems.find(new Area.Circle(30, 120, 50))).isEmpty();
        assertThat(AreaProblems.find(new Area.Circle(30, 120, 0))).isPresent();
        assertThat(AreaProblems.find(new Area.Circle(Double.NaN, 120, 50)))
                .map(Problem::reason)
                .contains(Reason.OUT_OF_RANGE);
    }
}
