package org.guitu.web.coverage;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.guitu.geofence.coverage.Coverage;
import org.guitu.ingest.review.Coverages;
import org.guitu.ingest.review.DayCoverage;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
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

/** What was observed of a person: a strip on the person's page, a page by day and cause, and the same for programs. */
public final class CoverageFeature implements Feature, PersonPanel {

    /** Days on the strip and on a page. */
    private static final int DAYS = 30;

    private final Coverages coverages;
    private final PeopleService people;
    private final InstantSource clock;

    public CoverageFeature(Coverages coverages, PeopleService people, InstantSource clock) {
        this.coverages = coverages;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/people/{id}/coverage", Permission.VIEW_PEOPLE, this::show);
        routes.api("GET", "/api/v1/people/{id}/coverage", Permission.VIEW_PEOPLE, this::json);
    }

    private record Days(LocalDate first, LocalDate last) {}

    private Reply show(Request request) {
        Person person = person(request);
        LocalDate today = today(person);
        LocalDate last = Outcome.of(() -> {
                            Fields fields = new Fields();
                            Optional<LocalDate> to = fields.optionalDate(
                                    "to", request.query("to").orElse(""));
                            fields.refuseIfAny();
                            return to.filter(day -> day.isBefore(today)).orElse(today);
                        })
                        instanceof Outcome.Ok<LocalDate>(LocalDate day)
                ? day
                : today;
        List<DayCoverage> days = coverages.of(person.id(), last.minusDays(DAYS - 1L), last, person.zone());
        return Reply.html("coverage/coverage", page -> CoverageView.of(page, person, days, today));
    }

    private Reply json(Request request) {
        Person person = person(request);
        LocalDate today = today(person);
        Outcome<Days> wanted = Outcome.of(() -> days(request, today));
        return switch (wanted) {
            case Outcome.Ok<Days>(Days days) ->
                Reply.json(Map.of(
                        "timeZone",
                        person.zone().getId(),
                        "items",
                        coverages.of(person.id(), days.first(), days.last(), person.zone()).stream()
                                .map(CoverageFeature::json)
                                .toList()));
            case Outcome.Invalid<Days>(Problems problems) -> Answers.problem(problems);
        };
    }

    /** The period asked for: up to today, and thirty days where nothing is said. */
    private static Days days(Request request, LocalDate today) {
        Fields fields = new Fields();
        Optional<LocalDate> to = fields.optionalDate("to", request.query("to").orElse(""));
        Optional<LocalDate> from =
                fields.optionalDate("from", request.query("from").orElse(""));
        LocalDate last = to.orElse(today);
        LocalDate first = from.orElse(last.minusDays(DAYS - 1L));
        if (last.isAfter(today)) {
            fields.problem("to", "coverage.error.future");
        } else if (last.isBefore(first)) {
            fields.problem("to", "coverage.error.reversed");
        } else if (ChronoUnit.DAYS.between(first, last) >= Coverages.DAYS_MAX) {
            fields.problem("from", "coverage.error.too-long", Coverages.DAYS_MAX);
        }
        fields.refuseIfAny();
        return new Days(first, last);
    }

    private static Map<String, Object> json(DayCoverage day) {
        Coverage coverage = day.coverage();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("day", day.day().toString());
        json.put("observedS", coverage.observed().toSeconds());
        json.put("breachS", coverage.breach().toSeconds());
        json.put("noFixS", coverage.noFix().toSeconds());
        json.put("noPacketS", coverage.noPacket().toSeconds());
        json.put("poweredOffS", coverage.poweredOff().toSeconds());
        json.put("serverDownS", coverage.serverDown().toSeconds());
        json.put("notAuthorisedS", coverage.notAuthorised().toSeconds());
        return json;
    }

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        if (!person.supervised()) {
            return Optional.empty();
        }
        LocalDate today = today(person);
        List<DayCoverage> days = coverages.of(person.id(), today.minusDays(DAYS - 1L), today, person.zone());
        return Optional.of(page -> new Panel(
                "coverage",
                page.text("coverage.panel"),
                "",
                "",
                List.of(),
                "",
                List.of(Panel.Action.link(page.text("coverage.more"), "/people/" + person.id() + "/coverage")),
                Optional.of(CoverageStrip.of(page, days))));
    }

    private LocalDate today(Person person) {
        return LocalDate.ofInstant(clock.instant(), person.zone());
    }

    private Person person(Request request) {
        return people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }
}
