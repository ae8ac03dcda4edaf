package org.guitu.web.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guitu.geofence.zone.Area;
import org.guitu.simulators.scenario.DemoCast;
import org.guitu.simulators.scenario.Supervisee;
import org.guitu.web.CaseServices;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Staff;
import org.guitu.web.conduct.IncidentForm;
import org.guitu.web.household.EntryForm;
import org.guitu.web.household.Section;
import org.guitu.web.http.Form;
import org.guitu.web.leave.LeaveForm;
import org.guitu.web.leave.LeaveReason;
import org.guitu.web.lifecycle.CaseStep;
import org.guitu.web.lifecycle.CheckItem;
import org.guitu.web.lifecycle.StepForm;
import org.guitu.web.orders.ApplicationForm;
import org.guitu.web.orders.Ground;
import org.guitu.web.people.Category;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.PersonQuery;
import org.guitu.web.people.Sex;
import org.guitu.web.zones.AreaForm;
import org.jdbi.v3.core.Jdbi;

/**
 * Gives some of the cast a history, and adds people who wear nothing yet, so that every page of a case has something to show: an
 * investigation under way, someone who must report in, teams and plans, leave to be decided, an incident that asks for a measure.
 */
final class DemoCases {

    /** A kilometre about a place far outside the city: where leave goes. */
    private static final Area ELSEWHERE = new Area.Circle(29.5, 119.5, 1000);

    private final CaseServices services;
    private final Staff officer;
    private final LocalDate today;
    private final Organisation office;

    /**
     * @param now the demo's present
     */
    DemoCases(Jdbi jdbi, DemoOffices offices, Instant now) {
        this.services = CaseServices.of(jdbi, InstantSource.fixed(now));
        this.officer = DemoOffices.staff(jdbi, DemoSignIn.OFFICER);
        this.today = LocalDate.ofInstant(now, officer.organisation().zone());
        this.office = offices.offices().values().iterator().next();
    }

    void enter(DemoCast cast) {
        underInvestigation();
        mustReportIn();
        List<Supervisee> people = cast.supervisees();
        people.stream().limit(6).forEach(this::received);
        people.stream().limit(12).forEach(this::lives);
        leave(people.get(6), 8, 10, LeaveReason.FAMILY);
        leave(people.get(7), 5, 12, LeaveReason.MEDICAL);
        late(people.get(8), 12);
        late(people.get(9), 3);
        people.stream()
                .filter(one -> one.basis() == Supervisee.Ground.PHONE_PLAN)
                .findFirst()
                .ifPresent(this::applied);
    }

    private void underInvestigation() {
        long id = newcomer("演示-101", "演示·调查甲", "Demo Diaocha Jia", Sex.MALE, "INVESTIGATION");
        services.investigations()
                .ask(
                        officer,
                        id,
                        Form.filled(Map.of(
                                "askedBy",
                                "演示市人民法院",
                                "askedOn",
                                today.minusDays(6).toString(),
                                "askedNumber",
                                "演示委调1号")))
                .orThrow();
    }

    private void mustReportIn() {
        long id = newcomer("演示-102", "演示·待报乙", "Demo Daibao Yi", Sex.FEMALE, "DECIDED");
        services.lifecycle()
                .take(officer, id, CaseStep.PAPERS, StepForm.on(today.minusDays(7), "演示执通2号"))
                .orThrow();
    }

    private void received(Supervisee supervisee) {
        long id = person(supervisee);
        member(id, "演示·司法所干部", "FEMALE", "OFFICE");
        member(id, "演示·网格员", "MALE", "VILLAGE");
        services.team()
                .plan(
                        officer,
                        id,
                        Form.filled(Map.of(
                                "version",
                                "0",
                                "situation",
                                "初犯，有固定居所，家人愿意协助。",
                                "measures",
                                "按管理类别报告；每月集中教育一次、公益活动一次。",
                                "help",
                                "联系就业培训。",
                                "validFrom",
                                today.minusDays(20).toString())))
                .orThrow();
        for (CheckItem item : CheckItem.values()) {
            if (item.phase() == CheckItem.Phase.RECEPTION) {
                services.checks()
                        .tick(officer, id, item.name(), today.minusDays(2).toString(), "")
                        .orThrow();
            }
        }
    }

    /** How to reach someone, with whom he or she lives, and where he or she works. */
    private void lives(Supervisee supervisee) {
        long id = person(supervisee);
        String number = "000-%04d-".formatted(supervisee.number());
        home(id, Section.CONTACT, new EntryForm("MOBILE", "", number + "0001", "", "", "", "", "", since()));
        home(id, Section.RELATIVE, new EntryForm("SPOUSE", "演示·家属", number + "0002", "", "", "on", "on", "", since()));
        home(id, Section.OCCUPATION, new EntryForm("EMPLOYER", "演示市城东物流公司", "", "", "装卸工", "", "", "", since()));
    }

    private void home(long personId, Section section, EntryForm entry) {
        services.household().add(officer, personId, section, entry).orThrow();
    }

    private String since() {
        return today.minusMonths(3).toString();
    }

    private void member(long personId, String name, String sex, String kind) {
        long member = services.team()
                .add(
                        officer,
                        personId,
                        Form.filled(Map.of(
                                "name",
                                name,
                                "sex",
                                sex,
                                "kind",
                                kind,
                                "joinedOn",
                                today.minusDays(20).toString())))
                .orThrow();
        services.team()
                .sign(officer, personId, member, today.minusDays(18).toString())
                .orThrow();
    }

    private void leave(Supervisee supervisee, int inDays, int days, LeaveReason reason) {
        services.leave()
                .apply(
                        officer,
                        person(supervisee),
                        LeaveForm.of(
                                reason,
                                "演示省邻市",
                                AreaForm.written(ELSEWHERE),
                                today.plusDays(inDays).toString(),
                                today.plusDays(inDays + days - 1L).toString(),
                                "演示证明材料",
                                "000-0000-0000"))
                .orThrow();
    }

    /** So many days late: the ladder proposes what the law has for it, and a decider decides. */
    private void late(Supervisee supervisee, int days) {
        services.conduct()
                .enter(
                        officer,
                        person(supervisee),
                        new IncidentForm(
                                "LATE_REPORT",
                                "",
                                today.minusDays(days + 2L).toString(),
                                today.minusDays(2).toString(),
                                "",
                                "演示：未按规定时间报到",
                                ""))
                .orThrow();
    }

    /** An application that waits for the head of the county. */
    private void applied(Supervisee supervisee) {
        services.applications()
                .apply(
                        officer,
                        person(supervisee),
                        ApplicationForm.of(
                                Ground.REFUSED_TO_REPORT, "演示：三次不报告，已警告", today.plusDays(1), today.plusMonths(2)))
                .orThrow();
    }

    private long newcomer(String caseNumber, String name, String latin, Sex sex, String state) {
        return services.people()
                .create(
                        officer,
                        PersonForm.of(caseNumber, name, latin, sex, Category.PROBATION)
                                .with("state", state)
                                .with("supervisionClass", "STRICT")
                                .with("organisationId", Long.toString(office.id()))
                                .with("similar", "on"))
                .orThrow();
    }

    private long person(Supervisee supervisee) {
        String caseNumber = DemoPeople.caseNumber(supervisee);
        return services.people().search(officer, PersonQuery.of(caseNumber)).people().stream()
                .filter(row -> row.caseNumber().equals(caseNumber))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
