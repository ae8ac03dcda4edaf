package org.guitu.simulators.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.guitu.simulators.city.Building;
import org.guitu.simulators.city.City;
import org.guitu.simulators.city.Compound;
import org.guitu.simulators.city.Name;
import org.guitu.simulators.city.Router;
import org.guitu.simulators.city.Site;
import org.guitu.simulators.city.SiteKind;
import org.guitu.simulators.device.Script;
import org.guitu.simulators.motion.DayPlan;
import org.guitu.simulators.scenario.DemoScript.Span;
import org.guitu.simulators.scenario.Haunts.Haunt;
import org.guitu.simulators.scenario.Routine.Curfew;
import org.guitu.simulators.scenario.Supervisee.Address;
import org.guitu.simulators.scenario.Supervisee.Category;
import org.guitu.simulators.scenario.Supervisee.Ground;
import org.guitu.simulators.scenario.Supervisee.Role;
import org.guitu.simulators.scenario.Supervisee.Sex;
import org.guitu.simulators.scenario.Supervisee.SupervisionClass;

/** Casts the demo: who lives where, wears what, may not go where. */
final class CastMaker {

    /** Everyone's life is planned from two days before the start on: a day of history and some slack. */
    private static final Duration PAST = Duration.ofHours(26);

    private static final Curfew NIGHT = new Curfew(LocalTime.of(21, 0), LocalTime.of(6, 0));
    private static final int PHONES_FROM = 25;
    private static final Role[] ROLES = {Role.EXCLUSION, Role.CURFEW, Role.STRAP, Role.SILENCE};
    private static final List<SupervisionClass> WATCHES =
            List.of(SupervisionClass.STRICT, SupervisionClass.NORMAL, SupervisionClass.LIGHT);
    private static final List<Ground> GROUNDS = List.of(
            Ground.INJUNCTION_BREACHED,
            Ground.LEFT_WITHOUT_APPROVAL,
            Ground.REFUSED_TO_REPORT,
            Ground.PUBLIC_SECURITY_PUNISHMENT,
            Ground.REVOCATION_PENDING);

    private final City city;
    private final Instant start;
    private final Router router;
    private final ZoneMaker zones;
    private final List<Office> offices;

    CastMaker(City city, Instant start) {
        this.city = city;
        this.start = start;
        this.router = new Router(city.graph());
        this.zones = new ZoneMaker(city);
        this.offices = List.of(office("晨光司法所", "晨光街道"), office("东篱司法所", "东篱镇"), office("长灯司法所", "长灯街道"));
    }

    DemoCast make() {
        List<Supervisee> people = new ArrayList<>();
        for (int number = 1; number <= CastNames.COUNT; number++) {
            people.add(person(number));
        }
        return new DemoCast(city, start, city.county().name(), offices, people);
    }

    private Supervisee person(int number) {
        RandomGenerator random = new SplittableRandom(city.seed() * 1009 + number);
        Role role = number <= ROLES.length ? ROLES[number - 1] : Role.COMPLIANT;
        Office office = offices.get((number - 1) % offices.size());
        boolean phone = number >= PHONES_FROM;
        Category category = category(number);
        SupervisionClass watch = role != Role.COMPLIANT
                ? SupervisionClass.STRICT
                : phone ? SupervisionClass.LIGHT : WATCHES.get(number % WATCHES.size());
        Life life = life(number, role, office, random);
        DemoDevice device = phone
                ? new DemoDevice(DemoDevice.Kind.PHONE, "demo-phone-%02d".formatted(number), false)
                : new DemoDevice(DemoDevice.Kind.BRACELET, "9900000000%02d".formatted(number), number % 3 == 0);
        return new Supervisee(
                number,
                CastNames.of(number),
                number % 4 == 3 ? Sex.FEMALE : Sex.MALE,
                1962 + random.nextInt(42),
                category,
                watch,
                office,
                device,
                phone ? Ground.PHONE_PLAN : GROUNDS.get(number % GROUNDS.size()),
                life.home(),
                life.work(),
                life.zones(),
                role,
                role == Role.COMPLIANT && number >= 5 && number <= 9,
                life.script());
    }

    private static Category category(int number) {
        if (number % 7 == 0) {
            return Category.CONTROL;
        }
        if (number % 5 == 0) {
            return Category.PAROLE;
        }
        return number % 11 == 0 ? Category.TEMPORARY_EXECUTION : Category.PROBATION;
    }

    /** What hangs together: home, work, zones and ways. */
    private record Life(Address home, Address work, List<Zone> zones, Script script) {}

    private Life life(int number, Role role, Office office, RandomGenerator random) {
        List<Compound> compounds = city.compounds().stream()
                .filter(compound -> city.township(compound.shape().getCentroid().getCoordinate())
                        .name()
                        .equals(office.township()))
                .filter(compound -> compound.buildings().size() >= 6)
                .toList();
        while (true) {
            Compound compound = compounds.get(random.nextInt(compounds.size()));
            int house = random.nextInt(compound.buildings().size());
            Haunt home = new Haunt(
                    Haunts.centre(city.buildings().get(compound.buildings().get(house))), true);
            Optional<Curfew> curfew = role == Role.CURFEW
                    ? Optional.of(Episodes.curfewAfter(start))
                    : role == Role.COMPLIANT && number % 5 == 0 ? Optional.of(NIGHT) : Optional.empty();
            List<ZoneMaker.Draft> forbidden = zones.forbidden(number, role, home.at());
            Haunts haunts = new Haunts(
                    city,
                    router,
                    random,
                    home,
                    forbidden.stream().map(ZoneMaker.Draft::shape).toList());
            haunts.choose();
            if (haunts.places().size() < 4 || !haunts.places().get(1).indoors()) {
                continue; // hemmed in by what is forbidden: another home
            }
            List<Zone> ordered = new ArrayList<>(List.of(zones.county()));
            forbidden.forEach(draft -> ordered.add(zones.keepOut(draft)));
            curfew.ifPresent(hours -> ordered.add(
                    role == Role.CURFEW ? zones.compound(compound, hours) : zones.circle(home.at(), hours)));
            Script script = script(role, haunts, curfew, forbidden, random);
            Address address = new Address(
                    new Name(
                            office.township().zh() + compound.name().zh() + (house + 1) + "栋",
                            "Building " + (house + 1) + ", " + compound.name().en() + ", "
                                    + office.township().en()),
                    city.ground(home.at()));
            return new Life(address, work(haunts.places().get(1)), ordered, script);
        }
    }

    private Script script(
            Role role,
            Haunts haunts,
            Optional<Curfew> curfew,
            List<ZoneMaker.Draft> forbidden,
            RandomGenerator random) {
        Episodes episodes = new Episodes(city, start, random);
        DayPlan plan = switch (role) {
            case EXCLUSION -> episodes.exclusion(haunts, forbidden.getFirst().shape());
            case CURFEW -> episodes.curfew(haunts, curfew.orElseThrow());
            case SILENCE -> episodes.silence(haunts, forbidden.getFirst().shape());
            case STRAP, COMPLIANT -> episodes.ordinary(haunts, curfew, start.minus(PAST));
        };
        Span strap = role == Role.STRAP
                ? new Span(start.plus(Episodes.STRAP_OPENED), start.plus(Episodes.STRAP_CLOSED))
                : Span.NEVER;
        Span silent = role == Role.SILENCE
                ? new Span(start.plus(Episodes.SILENT_FROM), start.plus(Episodes.SILENT_TO))
                : Span.NEVER;
        return new DemoScript(plan, strap, silent, Duration.ofMinutes(random.nextInt(1440)));
    }

    private Address work(Haunt place) {
        Building building = city.buildings().stream()
                .filter(b -> Haunts.centre(b).equals2D(place.at()))
                .findFirst()
                .orElseThrow();
        Name road = router.nearestRoad(place.at());
        boolean shop = building.use() == Building.Use.SHOP;
        return new Address(
                new Name(
                        road.zh() + (building.id() % 180 + 1) + "号" + (shop ? "商铺" : "工厂"),
                        (shop ? "Shop, " : "Workshop, ") + (building.id() % 180 + 1) + " " + road.en()),
                city.ground(place.at()));
    }

    private Office office(String nameZh, String townshipZh) {
        Site site = city.sites(SiteKind.JUSTICE).stream()
                .filter(candidate -> candidate.name().zh().equals(nameZh))
                .findFirst()
                .orElseThrow();
        return new Office(
                site.name(),
                city.site(townshipZh).name(),
                city.ground(site.shape().getCentroid().getCoordinate()));
    }
}
