package org.guitu.simulators.city;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.guitu.simulators.city.Blocks.Block;
import org.guitu.simulators.city.Building.Use;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Fills the blocks that are left: shops in the middle, the old town by the water, workshops in the east, homes elsewhere. */
final class BuildingPlan {

    private static final Layout.Style SLABS = new Layout.Style(56, 14, 14, 42, 0.14, 0.93, 0);
    private static final Layout.Style TOWERS = new Layout.Style(28, 24, 24, 54, 0.1, 0.95, 0.3);
    private static final Layout.Style SHOPS = new Layout.Style(56, 38, 12, 56, 0.28, 0.9, 0.45);
    private static final Layout.Style WORKSHOPS = new Layout.Style(84, 42, 16, 62, 0.25, 0.9, 0.1);
    private static final Layout.Style OLD_TOWN = new Layout.Style(24, 15, 4, 23, 0.25, 0.88, 0.35);
    private static final Layout.Style HAMLET = new Layout.Style(18, 12, 14, 32, 0.25, 0.6, 0.3);

    private final Layout layout;
    private final RandomGenerator random;
    private final Names names;
    private final List<Building> buildings = new ArrayList<>();
    private final List<Compound> compounds = new ArrayList<>();

    BuildingPlan(Layout layout, RandomGenerator random, Names names) {
        this.layout = layout;
        this.random = random;
        this.names = names;
    }

    List<Building> buildings() {
        return List.copyOf(buildings);
    }

    List<Compound> compounds() {
        return List.copyOf(compounds);
    }

    void addPublic(List<Polygon> plans) {
        plans.forEach(plan -> add(Use.PUBLIC, plan, -1));
    }

    void fill(List<Block> blocks, Coordinate oldTown) {
        for (Block block : blocks) {
            if (block.density() < 0) {
                continue;
            }
            Use use = use(block, oldTown);
            switch (use) {
                case HOME -> compound(block);
                case SHOP -> addAll(Use.SHOP, block.ground(), SHOPS);
                case WORKSHOP -> addAll(Use.WORKSHOP, block.ground(), WORKSHOPS);
                case HOUSE, PUBLIC -> addAll(Use.HOUSE, block.ground(), OLD_TOWN);
            }
        }
    }

    /** A cluster of farmhouses. */
    void hamlet(Geometry ground) {
        addAll(Use.HOUSE, ground, HAMLET);
    }

    private Use use(Block block, Coordinate oldTown) {
        if (block.centre().distance(oldTown) < 430) {
            return Use.HOUSE;
        }
        if (block.hectares() < 0.35) {
            return Use.SHOP;
        }
        if (block.centre().x > 1500 && block.density() < 0.42) {
            return random.nextDouble() < 0.7 ? Use.WORKSHOP : Use.HOME;
        }
        return random.nextDouble() < 0.12 + 0.5 * Math.max(0, block.density() - 0.5) ? Use.SHOP : Use.HOME;
    }

    private void compound(Block block) {
        List<Polygon> plans = layout.fill(block.ground(), random.nextDouble() < 0.3 ? TOWERS : SLABS);
        if (plans.size() < 3) {
            plans.forEach(plan -> add(Use.HOME, plan, -1));
            return;
        }
        boolean garden = random.nextBoolean();
        Name name = names.next(garden ? "花园" : "苑", garden ? " Garden" : " Court");
        List<Integer> ids = new ArrayList<>();
        for (Polygon plan : plans) {
            ids.add(add(Use.HOME, plan, compounds.size()));
        }
        compounds.add(new Compound(compounds.size(), name, block.ground(), ids));
    }

    private void addAll(Use use, Geometry ground, Layout.Style style) {
        layout.fill(ground, style).forEach(plan -> add(use, plan, -1));
    }

    private int add(Use use, Polygon plan, int compound) {
        int id = buildings.size();
        buildings.add(new Building(id, use, plan, compound));
        return id;
    }
}
