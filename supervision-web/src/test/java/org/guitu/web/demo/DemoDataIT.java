package org.guitu.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.guitu.ingest.PostgresFixture;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.DatabaseConfig;
import org.guitu.simulators.city.City;
import org.guitu.simulators.city.SiteKind;
import org.guitu.simulators.scenario.DemoCast;
import org.guitu.web.access.SupervisionSchema;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestMethodOrder(OrderAnnotation.class)
class DemoDataIT {
    @RegisterExtension
    static final PostgresFixture POSTGRES = PostgresFixture.empty();

    private static final City CITY = City.generate(1);
    private static final DemoCast FIRST = DemoCast.of(CITY, Instant.now());

    private static Database database;

    @BeforeAll
    static void enterTheCast() {
        database = Database.open(DatabaseConfig.of(POSTGRES.url()));
        database.migrate();
        SupervisionSchema.migrate(database.dataSource());
        assertThat(DemoOffices.content(database.jdbi())).isEqualTo(DemoOffices.Content.NOTHING);
        DemoOffices offices = DemoOffices.make(database.jdbi(), FIRST);
        new DemoPeople(database.jdbi(), offices, FIRST.start()).enter(FIRST);
        new DemoCases(database.jdbi(), offices, FIRST.start()).enter(FIRST);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    @Order(1)
    void everyoneIsEnteredWithDeviceBasisZonesAndPlan() {
        int people = FIRST.supervisees().size();
        long zones = FIRST.supervisees().stream()
                .mapToLong(one -> one.zones().size())
                .sum();
        assertThat(DemoOffices.content(database.jdbi())).isEqualTo(DemoOffices.Content.THE_DEMO);
        assertThat(count("supervision.person where case_number < '演示-100'")).isEqualTo(people);
        assertThat(count("telemetry.device")).isEqualTo(people);
        assertThat(count("telemetry.basis where valid_from < now() and valid_to > now() + interval '30 days'"))
                .isEqualTo(people);
        assertThat(count("telemetry.rule where kind <> 'REPORT_EVERY'")).isEqualTo(zones);
        assertThat(count("telemetry.rule where kind = 'REPORT_EVERY' and valid_to = 'infinity'"))
                .isEqualTo(people);
        assertThat(count("telemetry.place"))
                .isEqualTo(CITY.sites(SiteKind.SCHOOL).size());
    }

    @Test
    @Order(1)
    void everyPageOfACaseHasSomethingToShow() {
        assertThat(count("supervision.duty where kind = 'lifecycle.investigation' and met_at is null"))
                .isEqualTo(1);
        assertThat(count("supervision.duty where kind = 'lifecycle.report-in' and met_at is null"))
                .isEqualTo(1);
        assertThat(count("supervision.case_check")).isGreaterThan(9);
        assertThat(count("supervision.leave")).isEqualTo(2);
        assertThat(count("supervision.case_entry")).isGreaterThan(50);
    }

    @Test
    @Order(2)
    void theNextStartMovesTheCurfewAndNothingElse() {
        DemoCast next = DemoCast.of(CITY, FIRST.start().plus(Duration.ofHours(5)));
        long rules = count("telemetry.rule");
        new DemoRefresh(database.jdbi(), next.start()).refresh(next);
        assertThat(count("telemetry.rule")).isEqualTo(rules + 1);
        assertThat(count("supervision.basis")).isEqualTo(next.supervisees().size());
    }

    @Test
    @Order(3)
    void basesThatEndedMeanwhileAreRenewed() {
        DemoCast later = DemoCast.of(CITY, FIRST.start().plus(Duration.ofDays(100)));
        new DemoRefresh(database.jdbi(), later.start()).refresh(later);
        Instant then = later.start();
        long live = jdbi().withHandle(handle -> handle.createQuery(
                        "select count(*) from telemetry.basis where valid_from <= :then and valid_to > :then")
                .bind("then", then)
                .mapTo(Long.class)
                .one());
        assertThat(live).isEqualTo(later.supervisees().size());
    }

    private static long count(String table) {
        return jdbi().withHandle(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    private static Jdbi jdbi() {
        return database.jdbi();
    }
}
