package org.guitu.web;

import java.time.InstantSource;
import java.util.List;
import org.guitu.ingest.registry.Registry;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.conduct.ConductService;
import org.guitu.web.conduct.ConductSource;
import org.guitu.web.conduct.DecisionService;
import org.guitu.web.conduct.MeasureService;
import org.guitu.web.devices.DeviceHands;
import org.guitu.web.devices.DeviceService;
import org.guitu.web.devices.StockService;
import org.guitu.web.duties.Duties;
import org.guitu.web.education.AttendanceService;
import org.guitu.web.education.HoursService;
import org.guitu.web.education.SessionService;
import org.guitu.web.help.HelpService;
import org.guitu.web.help.PsychologyService;
import org.guitu.web.help.ReferralService;
import org.guitu.web.household.HouseholdService;
import org.guitu.web.household.PhotoService;
import org.guitu.web.leave.LeaveFacts;
import org.guitu.web.leave.LeaveService;
import org.guitu.web.lifecycle.CheckService;
import org.guitu.web.lifecycle.InvestigationService;
import org.guitu.web.lifecycle.LifecycleService;
import org.guitu.web.lifecycle.LifecycleSource;
import org.guitu.web.lifecycle.NewCaseService;
import org.guitu.web.lifecycle.TeamService;
import org.guitu.web.lifecycle.TransferService;
import org.guitu.web.orders.ApplicationForm;
import org.guitu.web.orders.ApplicationService;
import org.guitu.web.orders.DecisionForm;
import org.guitu.web.orders.OrderService;
import org.guitu.web.papers.PaperFonts;
import org.guitu.web.papers.PaperService;
import org.guitu.web.papers.PaperSource;
import org.guitu.web.papers.PaperSources;
import org.guitu.web.papers.TemplateService;
import org.guitu.web.people.PeopleService;
import org.guitu.web.permits.PermitFacts;
import org.guitu.web.permits.PermitService;
import org.guitu.web.protectedpersons.ProtectedService;
import org.guitu.web.resettlement.ResettlementServices;
import org.guitu.web.rules.RuleChanges;
import org.guitu.web.rules.RuleService;
import org.guitu.web.sentence.SentenceService;
import org.guitu.web.sentence.SentenceSource;
import org.guitu.web.ui.Messages;
import org.guitu.web.zones.PlaceGroupService;
import org.guitu.web.zones.ZoneChanges;
import org.guitu.web.zones.ZoneService;
import org.jdbi.v3.core.Jdbi;

/**
 * The services of case work, wired to each other: a release ends bases, zones and rules, and what is worn carries the bases. Pages, the API and
 * the demo act through them. Thread-safe.
 */
public record CaseServices(
        PeopleService people,
        DeviceService devices,
        StockService stock,
        OrderService orders,
        ApplicationService applications,
        ZoneService zones,
        PlaceGroupService placeGroups,
        RuleService rules,
        ProtectedService protectedPersons,
        LifecycleService lifecycle,
        CheckService checks,
        InvestigationService investigations,
        TeamService team,
        TransferService transfers,
        NewCaseService newCases,
        PaperService papers,
        TemplateService paperTemplates,
        SentenceService sentences,
        ConductService conduct,
        DecisionService decisions,
        MeasureService measures,
        LeaveService leave,
        SessionService sessions,
        AttendanceService attendance,
        HoursService hours,
        HouseholdService household,
        PhotoService photos,
        HelpService help,
        ReferralService referrals,
        PsychologyService psychology,
        PermitService permits,
        ResettlementServices resettlement) {

    public static CaseServices of(Jdbi jdbi, InstantSource clock) {
        Audit audit = new Audit();
        Registry registry = new Registry(clock);
        CaseNotices notices = new CaseNotices(clock);
        OrderService orders = new OrderService(jdbi, registry, audit, clock);
        ApplicationService applications = orders.applications();
        ProtectedService protectedPersons = new ProtectedService(jdbi, registry, new DeviceHands(), audit, clock);
        RuleService rules = new RuleService(jdbi, registry, protectedPersons.people(), audit, clock);
        ZoneChanges zoneChanges = new ZoneChanges(registry, audit);
        RuleChanges ruleChanges = new RuleChanges(registry, audit);
        LeaveService leave =
                new LeaveService(jdbi, zoneChanges, ruleChanges, audit, clock, List.of(notices::longLeave));
        ZoneService zones = new ZoneService(jdbi, registry, audit, clock, List.of(leave::zoneOrdered));
        PermitService permits =
                PermitService.of(jdbi, zoneChanges, ruleChanges, audit, clock, List.of(notices::forbiddenPlace));
        DeviceService devices = new DeviceService(jdbi, registry, audit, clock, List.of(orders.wearingListener()));
        DecisionService decisions = new DecisionService(jdbi, audit, clock, List.of(notices::decision));
        SessionService sessions = new SessionService(jdbi, audit, clock);
        PeopleService people = new PeopleService(
                jdbi,
                audit,
                clock,
                List.of(applications, orders, zones, rules, decisions, leave, permits, sessions, new Duties()),
                List.of(orders::termSet));
        ResettlementServices resettlement = ResettlementServices.of(jdbi, audit, clock);
        LifecycleService lifecycle = new LifecycleService(
                jdbi, people, audit, clock, List.of(notices, new ReceivedAgain(resettlement.resettlements())));
        List<PaperSource> sources = paperSources(clock);
        return new CaseServices(
                people,
                devices,
                devices.stock(),
                orders,
                applications,
                zones,
                new PlaceGroupService(jdbi, registry, audit, clock),
                rules,
                protectedPersons,
                lifecycle,
                new CheckService(jdbi, audit, clock),
                new InvestigationService(jdbi, audit, clock, List.of(notices::reported)),
                new TeamService(jdbi, audit, clock),
                new TransferService(jdbi, lifecycle, people, audit, clock),
                new NewCaseService(jdbi, audit, clock),
                new PaperService(jdbi, sources, new PaperFonts(), audit, clock),
                new TemplateService(jdbi, sources, audit, clock),
                new SentenceService(jdbi, audit, clock, List.of(orders::termSet)),
                new ConductService(jdbi, audit, clock),
                decisions,
                new MeasureService(jdbi, audit, clock),
                leave,
                sessions,
                new AttendanceService(jdbi, audit, clock),
                new HoursService(jdbi, audit, clock),
                new HouseholdService(jdbi, audit, clock),
                new PhotoService(jdbi, audit, clock),
                new HelpService(jdbi, audit, clock),
                new ReferralService(jdbi, audit, clock),
                new PsychologyService(jdbi, audit, clock),
                permits,
                resettlement);
    }

    /** What features know of a person that papers say. */
    private static List<PaperSource> paperSources(InstantSource clock) {
        Messages words = PaperSources.words("lifecycle", "sentence", "conduct");
        return PaperSources.with(
                words,
                clock,
                new LifecycleSource(words, clock),
                new SentenceSource(words),
                new ConductSource(words, clock),
                new LeaveFacts(),
                new PermitFacts());
    }

    /** Both hands of an authorisation to locate, one after the other: the officer applies, the head approves. Answers the basis id. */
    public long authorise(Staff officer, Staff head, long personId, ApplicationForm form, String documentNumber) {
        long application = applications.apply(officer, personId, form).orThrow();
        return applications
                .approve(head, application, new DecisionForm(documentNumber, ""))
                .orThrow();
    }

    /** The same for a renewal. */
    public long renew(
            Staff officer, Staff head, long personId, long basisId, ApplicationForm form, String documentNumber) {
        long application =
                applications.applyToRenew(officer, personId, basisId, form).orThrow();
        return applications
                .approve(head, application, new DecisionForm(documentNumber, ""))
                .orThrow();
    }
}
