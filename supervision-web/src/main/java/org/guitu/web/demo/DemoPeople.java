package org.guitu.web.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.guitu.ingest.registry.DeviceSpec;
import org.guitu.simulators.scenario.DemoCast;
import org.guitu.simulators.scenario.DemoDevice;
import org.guitu.simulators.scenario.Supervisee;
import org.guitu.web.CaseServices;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Staff;
import org.guitu.web.devices.DeviceForm;
import org.guitu.web.devices.FittingItem;
import org.guitu.web.orders.ApplicationForm;
import org.guitu.web.orders.Ground;
import org.guitu.web.orders.PlanForm;
import org.guitu.web.people.Category;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.Sex;
import org.guitu.web.rules.RuleForm;
import org.guitu.web.zones.ZoneForm;
import org.jdbi.v3.core.Jdbi;

/** Enters the cast as an officer would, some days before now: people, devices, who wears them, the basis in law, zones, how often to report. */
final class DemoPeople {
    /** Bases and zones begin before the stored previous day that some devices bring along. */
    private static final Duration EARLIER = Duration.ofDays(3);

    private static final int PLAN_MONTHS = 6;

    private static final int AUTHORISED_MONTHS = 2;

    /** Livelier than in earnest, so that a visitor sees markers move. */
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private static final Duration BUFFER = Duration.ofSeconds(50);

    private final CaseServices services;
    private final DemoPlaces places;
    private final DemoOffices offices;
    private final Staff officer;
    private final Staff head;
    private final Instant entered;

    DemoPeople(Jdbi jdbi, DemoOffices offices, Instant now) {
        this.entered = now.minus(EARLIER);
        this.services = CaseServices.of(jdbi, InstantSource.fixed(entered));
        this.places = new DemoPlaces(jdbi, entered);
        this.offices = offices;
        this.officer = DemoOffices.staff(jdbi, DemoSignIn.OFFICER);
        this.head = DemoOffices.staff(jdbi, DemoSignIn.HEAD);
    }

    void enter(DemoCast cast) {
        cast.supervisees().forEach(this::enter);
        places.enter(cast);
    }

    private void enter(Supervisee supervisee) {
        Organisation office = offices.offices().get(supervisee.office().name().zh());
        if (office == null) {
            throw new IllegalStateException("no office of person " + supervisee.number());
        }
        long personId =
                services.people().create(officer, person(supervisee, office)).orThrow();
        long deviceId =
                services.devices().register(officer, device(supervisee, office)).orThrow();
        basis(supervisee, personId);
        services.devices().assign(officer, deviceId, personId, "").orThrow();
        if (supervisee.device().kind() != DemoDevice.Kind.PHONE) {
            for (FittingItem item : FittingItem.values()) {
                services.stock().check(officer, deviceId, item.name()).orThrow();
            }
        }
        supervisee
                .zones()
                .forEach(zone -> services.zones()
                        .create(
                                officer,
                                personId,
                                ZoneForm.of(zone.name().zh(), zone.kind(), zone.area(), zone.schedule()))
                        .orThrow());
        services.rules().create(officer, personId, RuleForm.plan(DemoCast.PLAN)).orThrow();
    }

    private PersonForm person(Supervisee supervisee, Organisation office) {
        LocalDate born =
                LocalDate.of(supervisee.birthYear(), 1 + supervisee.number() % 12, 1 + supervisee.number() % 28);
        LocalDate today = today();
        return PersonForm.of(
                        caseNumber(supervisee),
                        supervisee.name().zh(),
                        supervisee.name().en(),
                        Sex.valueOf(supervisee.sex().name()),
                        Category.valueOf(supervisee.category().name()))
                .with("bornOn", born.toString())
                .with("phone", "000-0000-%04d".formatted(supervisee.number()))
                .with("address", supervisee.home().text().zh())
                .with("supervisionClass", supervisee.supervisionClass().name())
                .with("termFrom", today.minusMonths(2 + supervisee.number() % 5).toString())
                .with("termTo", today.plusMonths(10 + supervisee.number() % 14).toString())
                .with("organisationId", Long.toString(office.id()))
                .with("similar", "on");
    }

    private static DeviceForm device(Supervisee supervisee, Organisation office) {
        boolean phone = supervisee.device().kind() == DemoDevice.Kind.PHONE;
        DeviceSpec spec = DeviceSpec.of(
                        phone ? "osmand" : "jt808", supervisee.device().identity())
                .withModel(phone ? "demo-phone" : "demo-bracelet", Map.of())
                .withPlan(INTERVAL, BUFFER);
        return DeviceForm.of(spec, "DEMO-%03d".formatted(supervisee.number()), Long.toString(office.id()), "");
    }

    private void basis(Supervisee supervisee, long personId) {
        LocalDate first = today();
        Optional<Ground> ground = ground(supervisee.basis());
        if (ground.isPresent()) {
            services.authorise(
                    officer,
                    head,
                    personId,
                    ApplicationForm.of(
                            ground.get(),
                            "演示：见案卷",
                            first,
                            first.plusMonths(AUTHORISED_MONTHS).minusDays(1)),
                    "演示定字%03d号".formatted(supervisee.number()));
        } else {
            services.orders()
                    .plan(officer, personId, PlanForm.continuous(first, first.plusMonths(PLAN_MONTHS)))
                    .orThrow();
        }
    }

    private static Optional<Ground> ground(Supervisee.Ground ground) {
        return switch (ground) {
            case PHONE_PLAN -> Optional.empty();
            case REVOCATION_PENDING -> Optional.of(Ground.REVOCATION_PROPOSED);
            case INJUNCTION_BREACHED, LEFT_WITHOUT_APPROVAL, REFUSED_TO_REPORT, PUBLIC_SECURITY_PUNISHMENT ->
                Optional.of(Ground.valueOf(ground.name()));
        };
    }

    static String caseNumber(Supervisee supervisee) {
        return "演示-%03d".formatted(supervisee.number());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(entered, officer.organisation().zone());
    }
}
