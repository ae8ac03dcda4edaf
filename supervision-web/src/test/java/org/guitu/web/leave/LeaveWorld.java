package org.guitu.web.leave;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.ManualClock;
import org.guitu.web.Browser;
import org.guitu.web.CaseServices;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.guitu.web.access.Staff;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.Category;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.Sex;
import org.guitu.web.zones.AreaForm;
import org.guitu.web.zones.ZoneForm;

/** A city with a county and an office, in the spring of 2027, where a clock goes only when told. All names are invented. */
final class LeaveWorld {

    /** City B, a good hour from home. */
    static final Area B = new Area.Circle(31.6, 121.4, 5_000);

    /** The residence. */
    static final Area HOME = new Area.Circle(31.2, 121.4, 3_000);

    final WebFixture web;
    final ManualClock clock = new ManualClock(at("2027-04-20T09:00"));
    final Organisation city;
    final Organisation county;
    final Organisation office;
    final CaseServices services;
    final LeaveClock ticking;
    private int numbers;

    LeaveWorld(WebFixture web, String name) {
        this.web = web;
        city = web.root();
        county = web.county(city, "测试" + name + "县司法局");
        office = web.below(county, "测试" + name + "司法所");
        services = CaseServices.of(web.jdbi(), clock);
        ticking = new LeaveClock(web.jdbi());
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CaseWorld.SHANGHAI).toInstant();
    }

    /** A member of staff, as services see one. */
    Staff staff(Organisation place, Role role) {
        String userName = web.staff(place, role);
        long id = web.jdbi()
                .withHandle(
                        handle -> handle.select("select staff_id from supervision.staff where user_name = ?", userName)
                                .mapTo(Long.class)
                                .one());
        return new Staff(id, userName, "测试" + userName, place, Set.of(role), Optional.empty());
    }

    Browser browser(Staff who) {
        Browser browser = web.browser();
        browser.signIn(who.userName(), WebFixture.PASSWORD);
        return browser;
    }

    long person(Staff officer, String name) {
        return services.people()
                .create(
                        officer,
                        PersonForm.of(office.id() + "-" + ++numbers, name, "Ce Shi", Sex.MALE, Category.PROBATION))
                .orThrow();
    }

    long zone(Staff officer, long personId, String name, RuleKind kind, Area area) {
        return services.zones()
                .create(officer, personId, ZoneForm.of(name, kind, area, Optional.empty()))
                .orThrow();
    }

    static LeaveForm form(String firstDay, String lastDay) {
        return LeaveForm.of(
                LeaveReason.FAMILY, "测试乙市", AreaForm.written(B), firstDay, lastDay, "测试户籍证明", "13900000000");
    }

    /** The open duties of leave but for that to file it, as {@code leave.return until 2027-05-06 00:00}. */
    List<String> duties(long personId) {
        return owed(personId).stream()
                .filter(duty -> !duty.startsWith("leave.file"))
                .toList();
    }

    /** All of them. */
    List<String> owed(long personId) {
        return web.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select kind || ' until ' || to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') from supervision.duty
                         where person_id = :person and kind like 'leave.%' and met_at is null and cancelled_at is null order by 1""")
                        .bind("person", personId)
                        .mapTo(String.class)
                        .list());
    }

    CaseState state(Staff reader, long personId) {
        return services.people().find(reader, personId).orElseThrow().state().orElseThrow();
    }

    long count(String table, String condition, long id) {
        return web.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from " + table + " where " + condition)
                        .bind("id", id)
                        .mapTo(Long.class)
                        .one());
    }

    void tick() {
        ticking.run(clock.instant());
    }
}
