package org.guitu.web.zones;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;

/** The pages about groups of places: a file is looked through first, and applied by a second step. */
final class PlaceGroupRoutes {

    private final PlaceGroupService groups;
    private final InstantSource clock;

    PlaceGroupRoutes(PlaceGroupService groups, InstantSource clock) {
        this.groups = groups;
        this.clock = clock;
    }

    void mount(Routes routes) {
        routes.page("/place-groups", Permission.VIEW_ZONES, this::list);
        routes.form("/place-groups", Permission.EDIT_ZONES, this::create);
        routes.page("/place-groups/{group}", Permission.VIEW_ZONES, this::show);
        routes.upload("/place-groups/{group}/check", Permission.EDIT_ZONES, UPLOAD_BYTES_MAX, this::check);
        routes.form("/place-groups/{group}/apply", Permission.EDIT_ZONES, this::apply);
        routes.api("GET", "/api/v1/place-groups", Permission.VIEW_ZONES, this::json);
    }

    /** The file and the fields around it. */
    private static final int UPLOAD_BYTES_MAX = PlaceFile.BYTES_MAX + (64 << 10);

    private Reply list(Request request) {
        return list(request, Form.empty());
    }

    private Reply list(Request request, Form form) {
        List<PlaceGroup> all = groups.list(request.staff());
        return Reply.html("zones/groups", page -> PlaceGroupsView.of(page, all, form));
    }

    private Reply create(Request request) {
        Form form = request.form();
        return switch (groups.create(request.staff(), form.text("name"))) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/place-groups/" + ok.value());
            case Outcome.Invalid<Long>(Problems problems) ->
                list(request, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Reply show(Request request) {
        return show(request, Form.empty(), Optional.empty());
    }

    private Reply show(Request request, Form form, Optional<PlaceChange> change) {
        PlaceGroupService.Shown shown =
                groups.find(request.staff(), request.id("group")).orElseThrow(Refusal::notFound);
        return Reply.html("zones/group", page -> PlaceGroupView.of(page, shown, form, change, clock.instant()));
    }

    private Reply check(Request request) {
        Form form = request.form();
        byte[] content = request.file("file");
        return switch (groups.check(request.staff(), request.id("group"), form.text("from"), content)) {
            case Outcome.Ok<PlaceChange>(PlaceChange change) ->
                show(request, form, Optional.of(change))
                        .withStatus(change.faults().isEmpty() ? 200 : 422);
            case Outcome.Invalid<PlaceChange>(Problems problems) ->
                show(request, Answers.refused(form, problems), Optional.empty()).withStatus(422);
        };
    }

    private Reply apply(Request request) {
        Form form = request.form();
        long upload;
        try {
            upload = Long.parseLong(form.text("upload"));
        } catch (NumberFormatException absent) {
            throw Refusal.badRequest();
        }
        return switch (groups.apply(request.staff(), request.id("group"), upload)) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/place-groups/" + ok.value());
            case Outcome.Invalid<Long>(Problems problems) ->
                show(request, Answers.refused(form, problems), Optional.empty())
                        .withStatus(problems.has(Problems.VERSION) ? 409 : 422);
        };
    }

    private Reply json(Request request) {
        return Reply.json(Map.of(
                "items",
                groups.list(request.staff()).stream()
                        .map(group -> Map.of(
                                "id", group.id(),
                                "name", group.name(),
                                "version", group.version(),
                                "places", group.places()))
                        .toList()));
    }
}
