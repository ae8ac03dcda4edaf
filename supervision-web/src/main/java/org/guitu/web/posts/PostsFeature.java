package org.guitu.web.posts;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Permission;
import org.guitu.web.access.StaffStore;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Option;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.posts.StaffPostsView.Forms;

/** The administrator's pages about posts, deputies and those on the books without an account. */
public final class PostsFeature implements Feature {

    private final PostService posts;
    private final DeputyService deputies;
    private final InstantSource clock;

    public PostsFeature(PostService posts, DeputyService deputies, InstantSource clock) {
        this.posts = posts;
        this.deputies = deputies;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "posts";
    }

    @Override
    public void mount(Routes routes) {
        Permission manage = Permission.MANAGE_STAFF;
        routes.page("/posts", manage, this::roster);
        routes.page("/posts/register", manage, request -> registerPage(request, Form.empty()));
        routes.form("/posts/register", manage, this::register);
        routes.page("/staff/{id}/posts", manage, this::show);
        routes.form("/staff/{id}/posts", manage, this::add);
        routes.form("/staff/{id}/details", manage, this::details);
        routes.form("/staff/{id}/posts/{post}/end", manage, this::end);
        routes.form("/staff/{id}/posts/{post}/remove", manage, this::remove);
        routes.form("/staff/{id}/deputies", manage, this::appoint);
        routes.form("/staff/{id}/deputies/{deputy}/end", manage, this::dismiss);
    }

    private Reply roster(Request request) {
        Form form = request.queryForm();
        LocalDate today = posts.today(request.staff());
        ZoneId zone = request.staff().organisation().zone();
        LocalDate day = day(form, "day", today);
        Instant known = form.text("known").isEmpty()
                ? clock.instant()
                : day(form, "known", today).plusDays(1).atStartOfDay(zone).toInstant();
        List<Post> found = form.valid() ? posts.inPost(request.staff(), day, known) : List.of();
        Form filled = form.valid() ? Form.filled(Map.of("day", day.toString(), "known", form.text("known"))) : form;
        return Reply.html("posts/roster", page -> RosterView.of(page, filled, found))
                .withStatus(form.valid() ? 200 : 422);
    }

    private static LocalDate day(Form form, String field, LocalDate otherwise) {
        try {
            return form.text(field).isEmpty() ? otherwise : LocalDate.parse(form.text(field));
        } catch (DateTimeParseException notADay) {
            form.reject(field, "ui.form.date");
            return otherwise;
        }
    }

    private Reply registerPage(Request request, Form form) {
        List<Organisation> places = posts.organisations(request.staff());
        Form filled = form.values().isEmpty()
                ? Form.filled(
                        Map.of("first", posts.today(request.staff()).toString(), "kind", PostKind.VOLUNTEER.name()))
                : form;
        return Reply.html(
                "posts/register",
                page -> new RegisterView(
                        filled,
                        StaffPostsView.sexes(page),
                        Option.of(PostKind.class, "posts.kind", page),
                        StaffPostsView.places(places)));
    }

    private Reply register(Request request) {
        Form form = request.form();
        return switch (posts.register(
                request.staff(), form.text("name"), form.text("phone"), form.text("sex"), PostForm.of(form))) {
            case Outcome.Ok<Long>(Long staffId) -> Reply.redirect("/staff/" + staffId + "/posts");
            case Outcome.Invalid<Long>(Problems problems) ->
                registerPage(request, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Reply show(Request request) {
        PostService.Shown shown = shown(request);
        return page(request, shown, forms(request, shown), 200);
    }

    private Reply page(Request request, PostService.Shown shown, Forms forms, int status) {
        List<Organisation> places = posts.organisations(request.staff());
        LocalDate today = posts.today(request.staff());
        return Reply.html("posts/staff", page -> StaffPostsView.of(page, shown, places, forms, today))
                .withStatus(status);
    }

    private Forms forms(Request request, PostService.Shown shown) {
        StaffStore.Details details = shown.entry().details();
        String today = posts.today(request.staff()).toString();
        return new Forms(
                Answers.filled(details),
                Form.filled(Map.of("first", today)),
                Form.filled(Map.of("first", today)),
                Form.empty());
    }

    private PostService.Shown shown(Request request) {
        return posts.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }

    private Reply add(Request request) {
        PostService.Shown shown = shown(request);
        Form form = request.form();
        Forms known = forms(request, shown);
        return answer(
                request,
                shown,
                posts.add(request.staff(), request.id("id"), PostForm.of(form)),
                problems -> new Forms(known.details(), Answers.refused(form, problems), known.deputy(), known.page()));
    }

    private Reply details(Request request) {
        PostService.Shown shown = shown(request);
        Form form = request.form();
        Forms known = forms(request, shown);
        return answer(
                request,
                shown,
                posts.details(
                        request.staff(), request.id("id"), form.text("name"), form.text("phone"), form.text("sex")),
                problems -> new Forms(Answers.refused(form, problems), known.post(), known.deputy(), known.page()));
    }

    private Reply end(Request request) {
        return onPage(
                request,
                posts.end(
                        request.staff(),
                        shownId(request),
                        request.id("post"),
                        request.form().text("last")));
    }

    private Reply remove(Request request) {
        return onPage(request, posts.remove(request.staff(), shownId(request), request.id("post")));
    }

    private Reply appoint(Request request) {
        PostService.Shown shown = shown(request);
        Form form = request.form();
        Forms known = forms(request, shown);
        return answer(
                request,
                shown,
                deputies.appoint(
                        request.staff(),
                        request.id("id"),
                        form.text("deputy"),
                        form.text("first"),
                        form.text("last"),
                        form.text("reason")),
                problems -> new Forms(known.details(), known.post(), Answers.refused(form, problems), known.page()));
    }

    private Reply dismiss(Request request) {
        return onPage(request, deputies.end(request.staff(), shownId(request), request.id("deputy")));
    }

    private long shownId(Request request) {
        return shown(request).entry().staff().id();
    }

    /** A fault of a button that has no form of its own stands above the page. */
    private Reply onPage(Request request, Outcome<Long> outcome) {
        PostService.Shown shown = shown(request);
        Forms known = forms(request, shown);
        return answer(request, shown, outcome, problems -> {
            Form above = Form.empty();
            problems.byField()
                    .values()
                    .forEach(problem ->
                            above.reject("", problem.key(), problem.arguments().toArray()));
            return new Forms(known.details(), known.post(), known.deputy(), above);
        });
    }

    private Reply answer(
            Request request,
            PostService.Shown shown,
            Outcome<Long> outcome,
            java.util.function.Function<Problems, Forms> refused) {
        return switch (outcome) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/staff/" + request.id("id") + "/posts");
            case Outcome.Invalid<Long>(Problems problems) -> page(request, shown, refused.apply(problems), 422);
        };
    }
}
