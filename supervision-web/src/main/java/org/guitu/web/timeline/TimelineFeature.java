package org.guitu.web.timeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.Panel;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonPanel;
import org.guitu.web.ui.Page;

/** The timeline of a case, and its newest entries on the person's page. */
public final class TimelineFeature implements Feature, PersonPanel {

    private static final int PAGE = 50;
    private static final int PAGES_MAX = 1000;
    private static final int NEWEST = 5;

    private final TimelineReader timelines;
    private final PeopleService people;

    public TimelineFeature(TimelineReader timelines, PeopleService people) {
        this.timelines = timelines;
        this.people = people;
    }

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/people/{id}/timeline", Permission.VIEW_PEOPLE, this::show);
    }

    private Reply show(Request request) {
        Person person = people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
        String feature = request.query("feature")
                .filter(name -> name.matches("[a-z]{2,30}"))
                .orElse("");
        int number = (int) Math.clamp(request.queryLong("page").orElse(1), 1L, PAGES_MAX);
        TimelineReader.Section section =
                timelines.read(request.staff(), person.id(), feature, PAGE, (number - 1) * PAGE);
        return Reply.html("timeline/timeline", page -> TimelineView.of(page, person, section, feature, number));
    }

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        List<CaseLog.Recorded> newest = timelines.newest(reader, person.id(), NEWEST);
        return Optional.of(page -> new Panel(
                "timeline",
                page.text("timeline.panel"),
                "",
                "",
                newest.stream().map(recorded -> line(page, person, recorded)).toList(),
                page.text("timeline.empty"),
                List.of(
                        Panel.Action.link(page.text("timeline.whole"), "/people/" + person.id() + "/timeline"),
                        Panel.Action.link(page.text("asof.open"), "/people/" + person.id() + "/as-of"))));
    }

    private static Panel.Line line(Page page, Person person, CaseLog.Recorded recorded) {
        String link = recorded.entry().link();
        return new Panel.Line(
                EntryWords.of(page, recorded.entry()),
                page.times().minute(recorded.happenedAt()),
                link.equals("/people/" + person.id()) ? "" : link,
                recorded.corrected() ? page.text("timeline.corrected") : "",
                "neutral");
    }
}
