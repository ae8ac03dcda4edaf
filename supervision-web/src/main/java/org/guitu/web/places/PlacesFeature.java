package org.guitu.web.places;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Routes;
import org.guitu.web.people.Choices;
import org.guitu.web.people.Panel;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonPanel;
import org.guitu.web.ui.NavItem;
import org.guitu.web.ui.Page;

/** The pages about places: first the question and its purpose, then the answer. */
public final class PlacesFeature implements Feature, PersonPanel {

    private final HabitPages habits;
    private final NearPages near;
    private final MeetingPages meetings;
    private final PlacesApi api;

    public PlacesFeature(
            QuestionService questions, PlaceReader reader, PeopleService people, Choices choices, InstantSource clock) {
        habits = new HabitPages(questions, reader, people);
        near = new NearPages(questions, reader, choices, clock);
        meetings = new MeetingPages(questions, reader, choices, clock);
        api = new PlacesApi(questions, reader, people);
    }

    @Override
    public String name() {
        return "places";
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(35, "places.nav", "/places", "map", Permission.ASK_PLACES));
    }

    @Override
    public void mount(Routes routes) {
        habits.mount(routes);
        near.mount(routes);
        meetings.mount(routes);
        api.mount(routes);
    }

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        if (!reader.may(Permission.VIEW_TRACKS) || !person.supervised()) {
            return Optional.empty();
        }
        return Optional.of(page -> new Panel(
                "places",
                page.text("places.panel"),
                "",
                page.text("places.panel.notice"),
                List.of(),
                "",
                List.of(Panel.Action.link(page.text("places.habits.show"), "/people/" + person.id() + "/places"))));
    }

    /** There were more points than one answer may look at; {@code back} is where to ask for less. */
    static Reply tooMuch(String back) {
        return Reply.html("places/too-much", page -> new TooMuchView(back)).withStatus(422);
    }
}
