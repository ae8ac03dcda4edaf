package org.guitu.web;

import java.time.InstantSource;
import java.util.List;
import org.guitu.ingest.registry.Registry;
import org.guitu.ingest.review.Coverages;
import org.guitu.ingest.review.Explanations;
import org.guitu.ingest.review.Standings;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.Tracks;
import org.guitu.ingest.store.Whereabouts;
import org.guitu.web.access.OrganisationStore;
import org.guitu.web.asof.AsOfFeature;
import org.guitu.web.asof.AsOfReader;
import org.guitu.web.audit.Audit;
import org.guitu.web.conduct.ConductFeature;
import org.guitu.web.conduct.WaitingReader;
import org.guitu.web.coverage.CoverageFeature;
import org.guitu.web.devices.DevicesFeature;
import org.guitu.web.devices.WearingRoutes;
import org.guitu.web.duties.DutiesFeature;
import org.guitu.web.duties.DutyReader;
import org.guitu.web.duties.DutyService;
import org.guitu.web.education.CodeService;
import org.guitu.web.education.EducationFeature;
import org.guitu.web.education.MonthReader;
import org.guitu.web.exchange.ExchangeAssembly;
import org.guitu.web.findings.FindingService;
import org.guitu.web.findings.FindingsFeature;
import org.guitu.web.help.HelpFeature;
import org.guitu.web.household.HouseholdFeature;
import org.guitu.web.http.Feature;
import org.guitu.web.leave.LeaveFeature;
import org.guitu.web.lifecycle.LifecycleFeature;
import org.guitu.web.orders.OrdersFeature;
import org.guitu.web.orders.SensitivePlans;
import org.guitu.web.papers.LedgerRoutes;
import org.guitu.web.papers.LedgerService;
import org.guitu.web.papers.PaperSources;
import org.guitu.web.papers.PapersFeature;
import org.guitu.web.papers.TemplateRoutes;
import org.guitu.web.people.Choices;
import org.guitu.web.people.Enrolment;
import org.guitu.web.people.PanelGroup;
import org.guitu.web.people.PeopleFeature;
import org.guitu.web.people.RecentAlerts;
import org.guitu.web.permits.PermitsFeature;
import org.guitu.web.places.PlaceReader;
import org.guitu.web.places.PlacesFeature;
import org.guitu.web.places.QuestionService;
import org.guitu.web.protectedpersons.ProtectedFeature;
import org.guitu.web.resettlement.ResettlementFeature;
import org.guitu.web.roster.ExportService;
import org.guitu.web.roster.ImportService;
import org.guitu.web.roster.RosterFeature;
import org.guitu.web.rules.RulesFeature;
import org.guitu.web.sentence.SentenceFeature;
import org.guitu.web.timeline.TimelineFeature;
import org.guitu.web.timeline.TimelineReader;
import org.guitu.web.tracks.TrackService;
import org.guitu.web.tracks.TracksFeature;
import org.guitu.web.zones.ZonePreviews;
import org.guitu.web.zones.ZonesFeature;

/** The features of case work: people, devices, bases, zones, tracks and places. The person's page gathers what each has to show. */
final class CaseFeatures {

    private CaseFeatures() {}

    static List<Feature> of(Database database, CaseServices services, ExchangeAssembly exchange, InstantSource clock) {
        Choices choices = new Choices(database.jdbi());
        WearingRoutes wearing = new WearingRoutes(services.devices(), services.people(), clock);
        OrdersFeature orders = new OrdersFeature(services.orders(), services.applications(), services.people(), clock);
        ZonesFeature zones = new ZonesFeature(
                services.zones(),
                new ZonePreviews(database, new Audit(), clock),
                services.placeGroups(),
                services.people(),
                clock);
        RulesFeature rules = new RulesFeature(services.rules(), services.people(), new Standings(database), clock);
        CoverageFeature coverage = new CoverageFeature(new Coverages(database, clock), services.people(), clock);
        TracksFeature tracks = new TracksFeature(
                new TrackService(database.jdbi(), new Tracks(database), new Audit(), clock), services.people());
        FindingsFeature findings = new FindingsFeature(
                new FindingService(database.jdbi(), new Explanations(database, clock), new Audit(), clock), clock);
        PlacesFeature places = new PlacesFeature(
                new QuestionService(database.jdbi(), new OrganisationStore(), new Audit(), clock),
                new PlaceReader(database.jdbi(), new Whereabouts(database)),
                services.people(),
                choices,
                clock);
        DutiesFeature duties = new DutiesFeature(
                new DutyReader(database.jdbi(), clock),
                new DutyService(
                        database.jdbi(),
                        new SensitivePlans(database.jdbi(), new Registry(clock), clock),
                        new Audit(),
                        clock),
                services.people(),
                clock);
        LifecycleFeature lifecycle = new LifecycleFeature(
                services.lifecycle(),
                services.checks(),
                services.investigations(),
                services.team(),
                services.transfers(),
                services.newCases(),
                services.people(),
                clock);
        TimelineFeature timeline = new TimelineFeature(new TimelineReader(database.jdbi()), services.people());
        PapersFeature papers = new PapersFeature(
                services.papers(),
                services.people(),
                new TemplateRoutes(services.paperTemplates()),
                new LedgerRoutes(
                        new LedgerService(database.jdbi(), PaperSources.words(), new Audit(), clock), choices));
        SentenceFeature sentences = new SentenceFeature(services.sentences(), services.people(), clock);
        ConductFeature conduct = new ConductFeature(
                services.conduct(),
                services.decisions(),
                services.measures(),
                new WaitingReader(database.jdbi(), clock));
        LeaveFeature leave = new LeaveFeature(services.leave(), services.zones(), services.people(), clock);
        EducationFeature education = new EducationFeature(
                services.sessions(),
                services.attendance(),
                services.hours(),
                new CodeService(database.jdbi(), clock),
                new MonthReader(database.jdbi(), clock));
        HelpFeature help = new HelpFeature(services.help(), services.referrals(), services.psychology());
        PermitsFeature permits =
                new PermitsFeature(services.permits(), services.zones(), services.rules(), services.people(), clock);
        HouseholdFeature household =
                new HouseholdFeature(services.household(), services.photos(), services.people(), clock);
        RosterFeature roster = new RosterFeature(
                new ImportService(database.jdbi(), new Enrolment(new Audit(), clock), choices, new Audit()),
                new ExportService(database.jdbi(), services.people(), new Audit()));
        ResettlementFeature resettlement =
                new ResettlementFeature(database.jdbi(), services.resettlement(), services.people(), choices, clock);
        PeopleFeature people = new PeopleFeature(
                services.people(),
                choices,
                List.of(
                        PanelGroup.of(
                                "case", lifecycle, duties, new RecentAlerts(database.jdbi()), timeline, household),
                        PanelGroup.of("supervision", sentences, conduct, leave, permits, papers, exchange.feature()),
                        PanelGroup.of("care", resettlement, education, help),
                        PanelGroup.of("location", orders, wearing, zones, rules, coverage, tracks, places)),
                List.of(exchange.people(), services.resettlement().inmates()),
                clock);
        return List.of(
                people,
                roster,
                household,
                new AsOfFeature(new AsOfReader(database.jdbi()), services.people(), clock),
                lifecycle,
                timeline,
                duties,
                sentences,
                conduct,
                education,
                help,
                leave,
                permits,
                new DevicesFeature(services.devices(), services.stock(), wearing, services.people(), choices, clock),
                orders,
                zones,
                rules,
                new ProtectedFeature(services.protectedPersons(), clock),
                coverage,
                tracks,
                findings,
                places,
                papers,
                exchange.feature(),
                resettlement);
    }
}
