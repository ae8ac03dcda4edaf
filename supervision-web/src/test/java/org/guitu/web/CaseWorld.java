package org.guitu.web;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guitu.ingest.registry.DeviceSpec;
import org.guitu.ingest.store.Partitions;
import org.guitu.ingest.store.PositionRow;
import org.guitu.ingest.store.PositionTable;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.guitu.web.access.Staff;
import org.guitu.web.devices.DeviceForm;
import org.guitu.web.lifecycle.CaseStep;
import org.guitu.web.lifecycle.StepForm;
import org.guitu.web.orders.ApplicationForm;
import org.guitu.web.orders.Ground;
import org.guitu.web.people.Category;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.Sex;

/** A county with its head, an office, an officer there, and people of invented names: what tests of case work begin with. */
public final class CaseWorld {

    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** A square of about a kilometre, well-formed. */
    public static final String SQUARE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[121.0,31.0],[121.01,31.0],[121.01,31.01],[121.0,31.01],[121.0,31.0]]]}";

    /** The same corners in an order that crosses. */
    public static final String BOW_TIE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[121.0,31.0],[121.01,31.01],[121.01,31.0],[121.0,31.01],[121.0,31.0]]]}";

    public final WebFixture web;
    public final Organisation county;
    public final Organisation office;
    public final Staff officer;

    /** Of the county department: who alone approves that someone is located. */
    public final Staff head;

    public final CaseServices services;
    private final Map<String, Integer> counters = new HashMap<>();

    public CaseWorld(WebFixture web, String officeName) {
        this.web = web;
        county = web.county(web.root(), officeName + "所在县");
        office = web.below(county, officeName);
        officer = officer(office);
        head = staff(county, Role.COUNTY_HEAD);
        services = CaseServices.of(web.jdbi(), Instant::now);
    }

    /** A new officer of an organisation, as services see one. */
    public Staff officer(Organisation place) {
        return staff(place, Role.OFFICER);
    }

    /** A new member of staff of an organisation, as services see one. */
    public Staff staff(Organisation place, Role role) {
        String userName = web.staff(place, role);
        long id = web.jdbi()
                .withHandle(
                        handle -> handle.createQuery("select staff_id from supervision.staff where user_name = :name")
                                .bind("name", userName)
                                .mapTo(Long.class)
                                .one());
        return new Staff(id, userName, "测试" + userName, place, Set.of(role), Optional.empty());
    }

    /** A browser in which that officer is signed in. */
    public Browser browser(Staff who) {
        Browser browser = web.browser();
        browser.signIn(who.userName(), WebFixture.PASSWORD);
        return browser;
    }

    public long person(String name) {
        int number = counters.merge("person", 1, Integer::sum);
        return services.people()
                .create(
                        officer,
                        PersonForm.of(
                                officer.organisation().id() + "-" + number,
                                name,
                                "Ce Shi",
                                Sex.MALE,
                                Category.PROBATION))
                .orThrow();
    }

    /**
     * The longest authorisation from that day on, applied for and approved as that day began, or now where it has yet to come; answers the
     * basis id.
     */
    public long authorise(long personId, Ground ground, String documentNumber, LocalDate firstDay) {
        Instant began = firstDay.atStartOfDay(SHANGHAI).toInstant();
        Instant now = Instant.now();
        CaseServices then = CaseServices.of(web.jdbi(), InstantSource.fixed(began.isBefore(now) ? began : now));
        LocalDate lastDay = firstDay.plusMonths(3).minusDays(1);
        return then.authorise(
                officer, head, personId, ApplicationForm.of(ground, "测试证据", firstDay, lastDay), documentNumber);
    }

    /** Ends the person's corrections by a pardon of today and hands over to resettlement: whoever was supervised is released. */
    public void release(long personId) {
        services.lifecycle()
                .take(officer, personId, CaseStep.PARDON, StepForm.on(today(), "测赦1号"))
                .orThrow();
        services.resettlement().resettlements().takeOver(officer, personId).orThrow();
    }

    public long bracelet() {
        return services.devices()
                .register(
                        officer,
                        DeviceForm.of(DeviceSpec.of(
                                "jt808", "1380" + officer.id() + counters.merge("device", 1, Integer::sum))))
                .orThrow();
    }

    /** Stores one report as if it had been received {@code later} seconds after it was made. */
    public void report(
            long personId, long deviceId, Instant at, int later, double lat, double lon, float accuracyMeters) {
        new Partitions(web.database(), Duration.ofDays(400)).ensure(Set.of(Partitions.day(at)), Instant.now());
        PositionRow row = new PositionRow(
                deviceId,
                at,
                at.getEpochSecond(),
                personId,
                at.plusSeconds(later),
                lat,
                lon,
                true,
                accuracyMeters,
                4f,
                90f,
                5f,
                11,
                null,
                80f,
                1,
                0,
                0);
        web.jdbi().useTransaction(handle -> {
            try {
                new PositionTable().insert(handle, List.of(row));
            } catch (SQLException failed) {
                throw new IllegalStateException("cannot store a report for the test", failed);
            }
        });
    }

    public LocalDate today() {
        return LocalDate.now(SHANGHAI);
    }

    public long count(String table) {
        return web.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from " + table)
                        .mapTo(Long.class)
                        .one());
    }

    public long count(String table, String condition, long id) {
        return web.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from " + table + " where " + condition)
                        .bind("id", id)
                        .mapTo(Long.class)
                        .one());
    }
}
