package org.guitu.simulators.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** The ground between the roads, cut into blocks; each is given away once. */
final class Blocks {

    /** Half the widest road: nothing stands nearer to its middle. */
    private static final double SETBACK = 16;

    /**
     * One block.
     *
     * @param ground what may be built on, clear of roads and water
     * @param centre a point of it
     * @param density how built-up its surroundings are, see {@link Density}
     */
    record Block(Polygon ground, Coordinate centre, double density) {
        double hectares() {
            return ground.getArea() / 10_000;
        }
    }

    private final List<Block> free = new ArrayList<>();

    Blocks(RoadGraph graph, Geometry notGround, Density density) {
        Polygonizer polygonizer = new Polygonizer();
        graph.edges().forEach(edge -> polygonizer.add(edge.line()));
        for (Object face : polygonizer.getPolygons()) {
            // the polygonizer hashes by identity: without this a ring's first corner would vary from run to run
            ((Polygon) face).normalize();
            Geometry ground = ((Polygon) face).buffer(-SETBACK, 2).difference(notGround);
            for (Polygon part : polygons(ground)) {
                if (part.getArea() > 600) {
                    Coordinate centre = part.getInteriorPoint().getCoordinate();
                    free.add(new Block(part, centre, density.at(centre.x, centre.y)));
                }
            }
        }
        free.sort(Comparator.comparingDouble((Block b) -> b.centre().x)
                .thenComparingDouble(b -> b.centre().y)
                .thenComparingDouble(Block::hectares));
    }

    /** All blocks not yet given away, in a fixed order. */
    List<Block> free() {
        return List.copyOf(free);
    }

    /** Takes the block nearest to a point among those that suit. */
    Optional<Block> take(Coordinate near, Predicate<Block> suits) {
        Optional<Block> found = free.stream()
                .filter(suits)
                .min(Comparator.comparingDouble(block -> block.centre().distance(near)));
        found.ifPresent(free::remove);
        return found;
    }

    /** Gives back what is left of a block. */
    void giveBack(Block block, Geometry rest) {
        for (Polygon part : polygons(rest)) {
            if (part.getArea() > 600) {
                free.add(new Block(part, part.getInteriorPoint().getCoordinate(), block.density()));
            }
        }
    }

    static List<Polygon> polygons(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(polygon);
            }
        }
        return polygons;
    }
}
