package org.guitu.web.people;

import java.time.InstantSource;
import java.time.LocalDate;
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
import org.guitu.web.ui.NavItem;
import org.guitu.web.ui.Page;

/** The pages about people; the panels of other features appear on the person's page. */
public final class PeopleFeature implements Feature {

    private final PeopleService people;
    private final Choices choices;
    private final List<PanelGroup> groups;
    private final List<PersonSource> sources;
    private final InstantSource clock;

    /**
     * @param groups in the order in which they are shown
     * @param sources what a person can be entered from
     */
    public PeopleFeature(
            PeopleService people,
            Choices choices,
            List<PanelGroup> groups,
            List<PersonSource> sources,
            InstantSource clock) {
        this.people = people;
        this.choices = choices;
        this.groups = List.copyOf(groups);
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(30, "people.nav", "/people", "people", Permission.VIEW_PEOPLE));
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/people", Permission.VIEW_PEOPLE, this::list);
        routes.page("/people/new", Permission.EDIT_PEOPLE, this::blank);
        routes.form("/people/new", Permission.EDIT_PEOPLE, this::create);
        routes.page("/people/{id}", Permission.VIEW_PEOPLE, this::show);
        routes.page("/people/{id}/edit", Permission.EDIT_PEOPLE, this::edit);
        routes.form("/people/{id}/edit", Permission.EDIT_PEOPLE, this::save);
        routes.form("/people/{id}/assign", Permission.EDIT_PEOPLE, this::assign);
        routes.form("/people/{id}/minor", Permission.VIEW_MINORS, this::minor);
        new PeopleApi(people).mount(routes);
    }

    private Reply list(Request request) {
        Form query = request.queryForm();
        Found found = people.search(request.staff(), PersonQuery.of(query));
        return Reply.html(
                request.fragment() ? "people/rows" : "people/list",
                page -> PeopleListView.of(page, query, found, clock.instant()));
    }

    private Reply blank(Request request) {
        Optional<PersonOrigin> origin =
                PersonOrigin.of(sources, request.query("from").orElse(""));
        if (origin.isEmpty()) {
            return form(request, Answers.filled(PersonForm.blank()), Optional.empty());
        }
        PersonForm filled = origin.get().prefill(request.staff()).orElseThrow(Refusal::notFound);
        Map<String, List<String>> values =
                new LinkedHashMap<>(Answers.filled(filled).values());
        values.put("from", List.of(origin.get().address()));
        return form(request, Form.of(values), Optional.empty());
    }

    private Reply form(Request request, Form form, Optional<Similar> similar) {
        var organisations = choices.organisations(request.staff());
        var officers = choices.officers(request.staff());
        return Reply.html("people/form", page -> PersonFormView.forNew(page, form, organisations, officers, similar));
    }

    private Reply create(Request request) {
        Form form = request.form();
        Optional<PersonOrigin> origin = PersonOrigin.of(sources, form.text("from"));
        PersonForm person = Answers.read(form, PersonForm.class);
        return switch (people.create(request.staff(), person, origin)) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect(createdPage(id, form.text("category")));
            case Outcome.Invalid<Long>(Problems problems) ->
                form(
                                request,
                                Answers.refused(form, problems),
                                problems.has("similar")
                                        ? Optional.of(people.similar(request.staff(), person))
                                        : Optional.empty())
                        .withStatus(422);
        };
    }

    /** The boxes of a group that this reader may see, yet to be worded. */
    private record PanelsRead(String name, List<Function<Page, Panel>> panels) {

        PersonView.Section words(Page page) {
            return new PersonView.Section(
                    name,
                    page.text("people.section." + name),
                    panels.stream().map(panel -> panel.apply(page)).toList());
        }
    }

    /** Somebody released has no case to begin: what comes next is help. */
    private static String createdPage(long id, String category) {
        return category.equals(Category.RELEASED.name())
                ? "/people/" + id + "/resettlement"
                : "/people/" + id + "?saved=created";
    }

    private Reply show(Request request) {
        return page(request, find(request), Form.empty(), 200);
    }

    private Reply page(Request request, Person person, Form assignment, int status) {
        Staff reader = request.staff();
        people.opened(reader, person.id());
        List<PanelsRead> read = groups.stream()
                .map(group -> new PanelsRead(
                        group.name(),
                        group.panels().stream()
                                .map(panel -> panel.read(reader, person))
                                .flatMap(Optional::stream)
                                .toList()))
                .filter(group -> !group.panels().isEmpty())
                .toList();
        Optional<Long> photo = people.photo(person.id());
        boolean mayEdit = reader.may(Permission.EDIT_PEOPLE);
        var organisations = mayEdit ? choices.organisations(reader) : List.<org.guitu.web.form.Option>of();
        var officers = mayEdit ? choices.officers(reader) : List.<org.guitu.web.form.Option>of();
        Form filled = assignment.valid() ? Answers.filled(PersonForm.of(person)) : assignment;
        LocalDate today = LocalDate.ofInstant(clock.instant(), person.zone());
        return Reply.html(
                        "people/person",
                        page -> PersonView.of(
                                page,
                                person,
                                photo,
                                read.stream().map(group -> group.words(page)).toList(),
                                filled,
                                organisations,
                                officers,
                                today,
                                saved(request)))
                .withStatus(status);
    }

    /** The message key of what was just done, of a closed list: the address is not to put words on the page. */
    private static Optional<String> saved(Request request) {
        return request.query("saved")
                .filter(List.of(
                        "created",
                        "edited",
                        "assigned",
                        "minor",
                        "device-on",
                        "device-off",
                        "authorised",
                        "planned",
                        "renewed",
                        "ended",
                        "revoked",
                        "zone",
                        "zone-ended",
                        "zone-reopened")::contains)
                .map(done -> "people.saved." + done);
    }

    private Reply edit(Request request) {
        Person person = find(request);
        return Reply.html(
                "people/form",
                page -> PersonFormView.forEdit(page, Answers.filled(PersonForm.of(person)), person, false));
    }

    private Reply save(Request request) {
        Form form = request.form();
        long id = find(request).id();
        return switch (people.edit(request.staff(), id, version(form), Answers.read(form, PersonForm.class))) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + id + "?saved=edited");
            case Outcome.Invalid<Long>(Problems problems) -> {
                // Read again: after an overtaken edit this shows what the other editor saved.
                Person person = find(request);
                boolean overtaken = problems.has(Problems.VERSION);
                yield Reply.html(
                                "people/form",
                                page -> PersonFormView.forEdit(
                                        page, Answers.refused(form, problems), person, overtaken))
                        .withStatus(overtaken ? 409 : 422);
            }
        };
    }

    private Reply assign(Request request) {
        Form form = request.form();
        Person person = find(request);
        return switch (people.assign(
                request.staff(), person.id(), form.text("organisationId"), form.text("officerId"))) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + person.id() + "?saved=assigned");
            case Outcome.Invalid<Long>(Problems problems) ->
                page(request, person, Answers.refused(form, problems), 422);
        };
    }

    private Reply minor(Request request) {
        Form form = request.form();
        Person person = find(request);
        if (!request.staff().may(Permission.EDIT_PEOPLE)) {
            throw new Refusal(403, "ui.error.403");
        }
        boolean minor = form.text("minor").equals("yes");
        return switch (people.setMinor(request.staff(), person.id(), minor, form.text("reason"))) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + person.id() + "?saved=minor");
            case Outcome.Invalid<Long>(Problems problems) ->
                page(request, person, Answers.refused(form, problems), 422);
        };
    }

    private Person find(Request request) {
        return people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }

    private static int version(Form form) {
        try {
            return Integer.parseInt(form.text("version"));
        } catch (NumberFormatException absent) {
            throw Refusal.badRequest();
        }
    }
}
