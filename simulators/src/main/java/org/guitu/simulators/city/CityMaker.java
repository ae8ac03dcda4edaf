package org.guitu.simulators.city;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Makes a city, top to bottom: river, street grid, roads, what was there before, blocks, public ground, buildings. Each step has its own
 * random numbers, so a change in one leaves the others as they were.
 */
final class CityMaker {

    /** Invented; the map there shows nothing of the kind. */
    private static final LatLon ORIGIN = new LatLon(26.4200, 113.6300);

    private CityMaker() {}

    static City make(long seed) {
        GeometryFactory shapes = new GeometryFactory();
        Geometry board = shapes.toGeometry(new Envelope(
                -StreetGrid.HALF_WIDTH, StreetGrid.HALF_WIDTH, -StreetGrid.HALF_HEIGHT, StreetGrid.HALF_HEIGHT));
        River river = new River(random(seed, 1));
        StreetGrid grid = new StreetGrid(river, random(seed, 2));
        Density density = new Density(random(seed, 3));
        Names names = new Names(random(seed, 4));
        List<Road> roads = new StreetPlan(shapes, grid, river, density, random(seed, 5), names, board).draw();
        RoadGraph graph = RoadGraph.of(roads, shapes);
        List<Site> sites = new ArrayList<>(new Landscape(shapes, random(seed, 6), river, board).sites());

        Geometry wild = UnaryUnionOp.union(sites.stream().map(Site::shape).toList());
        Blocks blocks = new Blocks(graph, wild.buffer(14, 2), density);
        Layout layout = new Layout(shapes, random(seed, 7));
        SitePlan plan = new SitePlan(blocks, layout, random(seed, 8), shapes);
        plan.place(river.water(shapes, -5200, 5200, 46), Townships.NAMES);
        sites.addAll(plan.sites());

        BuildingPlan buildings = new BuildingPlan(layout, random(seed, 9), names);
        buildings.addPublic(plan.buildings());
        buildings.fill(blocks.free(), oldTown(river));
        hamlets(buildings, blocks, shapes, random(seed, 10));
        sites.addAll(Townships.draw(shapes, river, grid, parting(grid)));
        return new City(
                seed,
                new Name("归途市", "Guitu City"),
                new Plane(ORIGIN),
                roads,
                graph,
                sites,
                buildings.buildings(),
                buildings.compounds());
    }

    private static Coordinate oldTown(River river) {
        return new Coordinate(-620, river.middle(-620) + 480);
    }

    /** The upright avenue nearest to the middle. */
    private static double parting(StreetGrid grid) {
        return grid.uprights().stream()
                .filter(line -> line.roadClass() == RoadClass.AVENUE)
                .mapToDouble(StreetGrid.Line::at)
                .reduce(Double.MAX_VALUE, (a, b) -> StrictMath.abs(b) < StrictMath.abs(a) ? b : a);
    }

    private static void hamlets(BuildingPlan plan, Blocks blocks, GeometryFactory shapes, RandomGenerator random) {
        for (Blocks.Block block : blocks.free()) {
            if (block.density() >= 0 || random.nextDouble() > 0.6 || block.hectares() < 2) {
                continue;
            }
            Coordinate[] edge = block.ground().getExteriorRing().getCoordinates();
            Coordinate corner = edge[random.nextInt(edge.length)];
            Geometry spot = shapes.createPoint(corner).buffer(random.nextDouble(70, 150));
            for (Polygon part : Blocks.polygons(spot.intersection(block.ground()))) {
                plan.hamlet(part);
            }
        }
    }

    private static RandomGenerator random(long seed, int step) {
        return new SplittableRandom(seed * 31 + step);
    }
}
