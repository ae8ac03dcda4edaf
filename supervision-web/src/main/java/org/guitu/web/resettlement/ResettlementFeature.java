package org.guitu.web.resettlement;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.Category;
import org.guitu.web.people.Choices;
import org.guitu.web.people.Panel;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonPanel;
import org.guitu.web.ui.NavItem;
import org.guitu.web.ui.Page;
import org.jdbi.v3.core.Jdbi;

/** The pages of resettlement, and the box on the person's page. */
public final class ResettlementFeature implements Feature, PersonPanel {

    private static final int SHOWN = 50;
    private static final int OFFSET_MAX = 100_000;
    private static final int INMATES_MAX = 500;

    private final ResettlementService resettlements;
    private final HelpService help;
    private final InmateService inmates;
    private final ResettlementList list;
    private final InmatePages inmatePages;
    private final BasePages basePages;
    private final PersonPages personPages;
    private final InstantSource clock;

    public ResettlementFeature(
            Jdbi jdbi, ResettlementServices services, PeopleService people, Choices choices, InstantSource clock) {
        this.resettlements = services.resettlements();
        this.help = services.help();
        this.inmates = services.inmates();
        this.clock = clock;
        list = new ResettlementList(jdbi, clock);
        inmatePages = new InmatePages(inmates, choices, clock);
        basePages = new BasePages(services.bases());
        personPages = new PersonPages(resettlements, help, services.bases(), people, choices);
    }

    @Override
    public String name() {
        return "resettlement";
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(35, "resettlement.nav", "/resettlement", "home", Permission.VIEW_PEOPLE));
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/resettlement", Permission.VIEW_PEOPLE, this::list);
        inmatePages.mount(routes);
        basePages.mount(routes);
        personPages.mount(routes);
    }

    private Reply list(Request request) {
        Staff staff = request.staff();
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), staff.organisation().zone());
        String asked = request.query("filter").orElse("all");
        if (asked.equals(ResettlementListView.VERIFY)) {
            List<Inmate> waiting = inmates.toVerify(staff, INMATES_MAX);
            return Reply.html(
                    "resettlement/list",
                    page -> ResettlementListView.of(page, asked, List.of(), waiting, today, SHOWN, 0));
        }
        if (asked.equals(ResettlementListView.TAKE_OVER)) {
            List<Person> ended = resettlements.toTakeOver(staff, INMATES_MAX);
            return Reply.html("resettlement/list", page -> ResettlementListView.ofEnded(page, ended));
        }
        ResettlementList.Filter filter = Arrays.stream(ResettlementList.Filter.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(asked))
                .findFirst()
                .orElse(ResettlementList.Filter.ALL);
        int offset = Math.clamp(request.queryLong("offset").orElse(0), 0, OFFSET_MAX);
        List<ResettlementList.Row> found = list.find(staff, filter, SHOWN + 1, offset);
        List<Inmate> coming =
                filter == ResettlementList.Filter.COMING ? inmates.toTakeIn(staff, INMATES_MAX) : List.of();
        String shown = filter.name().toLowerCase(Locale.ROOT);
        return Reply.html(
                "resettlement/list", page -> ResettlementListView.of(page, shown, found, coming, today, SHOWN, offset));
    }

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        Optional<Resettlement> standing = resettlements.standing(person.id());
        if (standing.isEmpty()
                && person.category() != Category.RELEASED
                && !ResettlementService.toBeTakenOver(person)) {
            return Optional.empty();
        }
        Optional<Help> done = standing.map(help::of);
        return Optional.of(page -> panel(page, person, standing, done));
    }

    private static Panel panel(Page page, Person person, Optional<Resettlement> standing, Optional<Help> done) {
        String path = "/people/" + person.id() + "/resettlement";
        List<Panel.Line> lines = standing.map(one -> List.of(new Panel.Line(
                        page.text(
                                "resettlement.panel.until",
                                page.times().date(one.releasedOn()),
                                page.times().date(one.untilOn())),
                        done.flatMap(Help::paired)
                                .map(paired -> page.text("resettlement.panel.helper", paired.helper()))
                                .orElse(page.text("resettlement.unpaired")),
                        path,
                        one.key() ? page.text("resettlement.key") : "",
                        "serious")))
                .orElse(List.of());
        return new Panel(
                "resettlement",
                page.text("resettlement.panel"),
                "none",
                page.text("resettlement.voluntary"),
                lines,
                page.text(
                        ResettlementService.toBeTakenOver(person)
                                ? "resettlement.panel.to-take-over"
                                : "resettlement.panel.empty"),
                List.of(Panel.Action.link(page.text("resettlement.panel.open"), path)));
    }
}
