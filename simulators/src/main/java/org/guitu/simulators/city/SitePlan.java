package org.guitu.simulators.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.guitu.simulators.city.Blocks.Block;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Gives blocks to the public: parks first, then schools, markets, the station, and a plot each for the offices. */
final class SitePlan {

    private static final String[][] SCHOOLS = {
        {"第一小学", "No. 1 Primary School"}, {"第二小学", "No. 2 Primary School"}, {"实验小学", "Experimental Primary School"},
        {"第一中学", "No. 1 Middle School"}, {"第二中学", "No. 2 Middle School"}, {"江畔幼儿园", "Riverside Kindergarten"},
        {"第三小学", "No. 3 Primary School"}, {"外国语学校", "Foreign Language School"}, {"职业技术学校", "Vocational School"},
        {"第四小学", "No. 4 Primary School"}, {"晴川中学", "Qingchuan Middle School"}, {"星星幼儿园", "Stars Kindergarten"}
    };

    private final Blocks blocks;
    private final Layout layout;
    private final RandomGenerator random;
    private final GeometryFactory shapes;
    private final List<Site> sites = new ArrayList<>();
    private final List<Polygon> buildings = new ArrayList<>();

    SitePlan(Blocks blocks, Layout layout, RandomGenerator random, GeometryFactory shapes) {
        this.blocks = blocks;
        this.layout = layout;
        this.random = random;
        this.shapes = shapes;
    }

    List<Site> sites() {
        return List.copyOf(sites);
    }

    /** The buildings of schools, markets, the station and the offices. */
    List<Polygon> buildings() {
        return List.copyOf(buildings);
    }

    void place(Geometry riverside, List<Name> townships) {
        promenades(riverside);
        parks();
        station();
        schools();
        markets();
        offices(townships);
    }

    private void promenades(Geometry riverside) {
        for (Block block : blocks.free()) {
            if (riverside.contains(block.ground().getInteriorPoint())) {
                blocks.take(block.centre(), block::equals);
                if (block.density() > 0.05) {
                    sites.add(new Site(SiteKind.PARK, new Name("滨江公园", "Riverside Park"), round(block.ground(), 6)));
                }
            }
        }
    }

    private void parks() {
        Name[] names = {
            new Name("镜湖公园", "Mirror Lake Park"), new Name("初心广场", "Chuxin Square"), new Name("松风公园", "Pine Wind Park"),
            new Name("枫林公园", "Maple Grove Park"), new Name("荷塘公园", "Lotus Pond Park"), new Name("听雨园", "Tingyu Garden"),
            new Name("远帆公园", "Far Sail Park"), new Name("柳岸公园", "Willow Park"), new Name("问梅园", "Wenmei Garden")
        };
        double[][] near = {
            {-700, 900},
            {350, 250},
            {-1700, 1150},
            {1750, -1250},
            {-1300, -900},
            {700, 1350},
            {1900, 700},
            {400, -1000},
            {-300, -1550}
        };
        for (int i = 0; i < names.length; i++) {
            double least = i == 0 ? 5.5 : i == 1 ? 1.5 : 1.8;
            Optional<Block> block =
                    blocks.take(new Coordinate(near[i][0], near[i][1]), b -> b.hectares() > least && b.hectares() < 14);
            if (block.isPresent()) {
                Polygon park = round(block.get().ground(), 14);
                sites.add(new Site(SiteKind.PARK, names[i], park));
                if (i == 0 || i == 4) {
                    lake(park, i == 0 ? new Name("镜湖", "Mirror Lake") : new Name("荷塘", "Lotus Pond"));
                }
            }
        }
    }

    private void lake(Polygon park, Name name) {
        double size = StrictMath.sqrt(park.getArea());
        Geometry water = park.buffer(-size * 0.2).buffer(size * 0.1, 4).buffer(-size * 0.04);
        Coordinate[] line = {
            new Coordinate(park.getCentroid().getX() - size, park.getCentroid().getY() + size * 0.12),
            new Coordinate(park.getCentroid().getX() + size, park.getCentroid().getY() - size * 0.1)
        };
        Geometry dyke = shapes.createLineString(line).buffer(7);
        for (Polygon part : Blocks.polygons(water.difference(dyke))) {
            sites.add(new Site(SiteKind.RIVER, name, part));
        }
    }

    private void station() {
        Optional<Block> found = blocks.take(new Coordinate(420, 1830), b -> b.hectares() > 3 && b.hectares() < 30);
        if (found.isEmpty()) {
            return;
        }
        Block block = found.get();
        double angle = Layout.angle(block.ground());
        Geometry plot = layout.turnedBox(block.centre(), 230, 130, angle).intersection(block.ground());
        largest(plot).ifPresent(shape -> {
            sites.add(new Site(SiteKind.STATION, new Name("归途站", "Guitu Station"), shape));
            buildings.add(layout.turnedBox(block.centre(), 130, 34, angle));
        });
        blocks.giveBack(block, block.ground().difference(plot.buffer(12)));
    }

    private void schools() {
        List<Coordinate> taken = new ArrayList<>();
        for (String[] school : SCHOOLS) {
            Coordinate near = new Coordinate(random.nextDouble(-2000, 2000), random.nextDouble(-1600, 1600));
            Optional<Block> found = blocks.take(
                    near,
                    b -> b.hectares() > 1.3
                            && b.hectares() < 5
                            && b.density() > 0.05
                            && taken.stream().allMatch(other -> other.distance(b.centre()) > 620));
            found.ifPresent(block -> {
                taken.add(block.centre());
                sites.add(new Site(
                        SiteKind.SCHOOL, new Name("归途市" + school[0], "Guitu " + school[1]), round(block.ground(), 5)));
                List<Polygon> wings =
                        layout.fill(block.ground().buffer(-10), new Layout.Style(58, 15, 16, 38, 0.15, 0.55, 0.25));
                buildings.addAll(wings.subList(0, Math.min(4, wings.size())));
            });
        }
    }

    private void markets() {
        Name[] names = {
            new Name("晚渡集市", "Wandu Market"),
            new Name("长灯农贸市场", "Changdeng Farmers' Market"),
            new Name("东篱市场", "Dongli Market")
        };
        double[][] near = {{-350, 300}, {900, -700}, {1500, 900}};
        for (int i = 0; i < names.length; i++) {
            Name name = names[i];
            blocks.take(new Coordinate(near[i][0], near[i][1]), b -> b.hectares() > 0.8 && b.hectares() < 3)
                    .ifPresent(block -> {
                        sites.add(new Site(SiteKind.MARKET, name, round(block.ground(), 3)));
                        buildings.addAll(
                                layout.fill(block.ground().buffer(-9), new Layout.Style(60, 20, 8, 32, 0.2, 0.85, 0)));
                    });
        }
    }

    private void offices(List<Name> townships) {
        double[][] near = {{-900, 700}, {1000, 600}, {-900, -750}, {1050, -850}};
        for (int i = 0; i < 4; i++) {
            String zh = townships.get(i).zh().substring(0, 2);
            String en = townships.get(i).en().split(" ", -1)[0];
            office(SiteKind.JUSTICE, new Name(zh + "司法所", en + " Judicial Office"), near[i][0], near[i][1], 34, 16);
            office(
                    SiteKind.POLICE,
                    new Name(zh + "派出所", en + " Police Station"),
                    near[i][0] + 420,
                    near[i][1] + 260,
                    40,
                    18);
        }
        office(SiteKind.JUSTICE, new Name("安归县司法局", "Angui County Justice Bureau"), 250, 520, 54, 20);
        office(SiteKind.POLICE, new Name("归途市公安局", "Guitu Police Bureau"), 500, 760, 60, 22);
    }

    private void office(SiteKind kind, Name name, double x, double y, double width, double depth) {
        Optional<Block> found = blocks.take(new Coordinate(x, y), b -> b.hectares() > 1 && b.hectares() < 8);
        if (found.isEmpty()) {
            return;
        }
        Block block = found.get();
        double angle = Layout.angle(block.ground());
        Polygon plot = layout.turnedBox(block.ground().getCentroid().getCoordinate(), width + 26, depth + 44, angle);
        sites.add(
                new Site(kind, name, largest(plot.intersection(block.ground())).orElse(plot)));
        buildings.add(layout.turnedBox(plot.getCentroid().getCoordinate(), width, depth, angle));
        blocks.giveBack(block, block.ground().difference(plot.buffer(9)));
    }

    private static Polygon round(Polygon shape, double meters) {
        return largest(shape.buffer(-meters).buffer(meters, 3)).orElse(shape);
    }

    static Optional<Polygon> largest(Geometry geometry) {
        Polygon best = null;
        for (Polygon part : Blocks.polygons(geometry)) {
            best = best == null || part.getArea() > best.getArea() ? part : best;
        }
        return Optional.ofNullable(best);
    }
}
