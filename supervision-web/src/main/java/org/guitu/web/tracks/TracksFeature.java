package org.guitu.web.tracks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.Panel;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonPanel;
import org.guitu.web.ui.Page;

/** The pages about tracks: first the purpose, then the track. */
public final class TracksFeature implements Feature, PersonPanel {

    private final TrackService tracks;
    private final PeopleService people;

    public TracksFeature(TrackService tracks, PeopleService people) {
        this.tracks = tracks;
        this.people = people;
    }

    @Override
    public String name() {
        return "tracks";
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/people/{id}/track", Permission.VIEW_TRACKS, this::ask);
        routes.form("/people/{id}/track", Permission.VIEW_TRACKS, this::open);
        routes.page("/people/{id}/track/{viewing}", Permission.VIEW_TRACKS, this::show);
        routes.page("/people/{id}/track/{viewing}/export.csv", Permission.VIEW_TRACKS, this::csv);
        routes.page("/people/{id}/track/{viewing}/export.geojson", Permission.VIEW_TRACKS, this::geoJson);
        routes.api("GET", "/api/v1/people/{id}/track", Permission.VIEW_TRACKS, this::json);
    }

    private Reply ask(Request request) {
        return ask(person(request), Form.filled(Map.of("period", "today")));
    }

    private static Reply ask(Person person, Form form) {
        return Reply.html("tracks/ask", page -> TrackAskView.of(page, form, person));
    }

    private Reply open(Request request) {
        Form form = request.form();
        Person person = person(request);
        TrackForm wanted = new TrackForm(
                form.text("purpose"), form.text("reason"), form.text("period"), form.text("from"), form.text("to"));
        return switch (tracks.open(request.staff(), person.id(), wanted)) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/people/" + person.id() + "/track/" + id);
            case Outcome.Invalid<Long>(Problems problems) ->
                ask(person, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Reply show(Request request) {
        Person person = person(request);
        Optional<Viewing> viewing = viewing(request);
        if (viewing.isEmpty()) {
            return Reply.redirect("/people/" + person.id() + "/track");
        }
        Track track = tracks.read(viewing.get());
        int wanted = Math.clamp(request.queryLong("page").orElse(1), 1, 1_000);
        return Reply.html(
                request.fragment() ? "tracks/rows" : "tracks/track", page -> TrackView.of(page, person, track, wanted));
    }

    private Reply csv(Request request) {
        return file(request, "csv", track -> Reply.bytes(TrackFiles.csv(track), "text/csv; charset=utf-8"));
    }

    private Reply geoJson(Request request) {
        return file(request, "geojson", track -> Reply.json(TrackFiles.geoJson(track), "application/geo+json"));
    }

    private Reply file(Request request, String format, Function<Track, Reply> write) {
        Viewing viewing = viewing(request).orElseThrow(Refusal::notFound);
        tracks.exported(request.staff(), viewing, format);
        return write.apply(tracks.read(viewing))
                .withHeader(
                        "content-disposition",
                        "attachment; filename=\"track-" + viewing.personId() + "-" + viewing.id() + "." + format
                                + "\"");
    }

    /** For programs: the purpose is stated with the request, and each request is a view of its own. */
    private Reply json(Request request) {
        TrackForm wanted = new TrackForm(
                request.query("purpose").orElse(""),
                request.query("reason").orElse(""),
                request.query("period").orElse("chosen"),
                request.query("from").orElse(""),
                request.query("to").orElse(""));
        long personId = request.id("id");
        return switch (tracks.open(request.staff(), personId, wanted)) {
            case Outcome.Ok<Long>(Long id) -> {
                Track track =
                        tracks.read(tracks.find(request.staff(), personId, id).orElseThrow(Refusal::notFound));
                Map<String, Object> body = new LinkedHashMap<>();
                body.put("items", track.points());
                body.put("cut", track.cut());
                body.put("gapAfterSeconds", track.gapAfter().toSeconds());
                body.put("findings", track.findings());
                track.absence().ifPresent(why -> body.put("absence", why));
                yield Reply.json(body);
            }
            case Outcome.Invalid<Long>(Problems problems) -> Answers.problem(problems);
        };
    }

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        if (!reader.may(Permission.VIEW_TRACKS)) {
            return Optional.empty();
        }
        return Optional.of(page -> new Panel(
                "track",
                page.text("tracks.panel"),
                "",
                page.text("tracks.panel.notice"),
                List.of(),
                "",
                List.of(Panel.Action.link(page.text("tracks.show"), "/people/" + person.id() + "/track"))));
    }

    private Optional<Viewing> viewing(Request request) {
        return tracks.find(request.staff(), request.id("id"), request.id("viewing"));
    }

    private Person person(Request request) {
        return people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }
}
