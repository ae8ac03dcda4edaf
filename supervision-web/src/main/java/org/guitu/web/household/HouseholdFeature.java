package org.guitu.web.household;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

/** The pages about how a person lives, photographs among them, and the panel on the person's page. */
public final class HouseholdFeature implements Feature, PersonPanel {

    private static final int SHOWN = 6;

    private final HouseholdService household;
    private final PhotoService photos;
    private final PeopleService people;
    private final InstantSource clock;

    public HouseholdFeature(
            HouseholdService household, PhotoService photos, PeopleService people, InstantSource clock) {
        this.household = household;
        this.photos = photos;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "household";
    }

    @Override
    public void mount(Routes routes) {
        String base = "/people/{id}/household";
        routes.page(base, Permission.VIEW_PEOPLE, request -> page(request, find(request), Form.empty()));
        routes.page(base + "/new/{section}", Permission.EDIT_PEOPLE, this::blank);
        routes.form(base + "/new/{section}", Permission.EDIT_PEOPLE, this::add);
        routes.page(base + "/{entry}/edit", Permission.EDIT_PEOPLE, this::filled);
        routes.form(base + "/{entry}/edit", Permission.EDIT_PEOPLE, this::change);
        routes.form(base + "/{entry}/end", Permission.EDIT_PEOPLE, this::end);
        routes.upload("/people/{id}/photos", Permission.EDIT_PEOPLE, Picture.BYTES_MAX + (64 << 10), this::upload);
        routes.page("/people/{id}/photos/{photo}", Permission.VIEW_PEOPLE, this::photo);
        routes.form("/people/{id}/photos/{photo}/withdraw", Permission.EDIT_PEOPLE, this::withdraw);
    }

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        LocalDate today = today(person);
        List<Entry> now = household.list(reader, person.id()).stream()
                .filter(entry -> entry.holds(today))
                .limit(SHOWN)
                .toList();
        String base = "/people/" + person.id() + "/household";
        return Optional.of(page -> new Panel(
                "household",
                page.text("household.panel"),
                "",
                "",
                now.stream()
                        .map(entry -> new Panel.Line(
                                HouseholdView.title(page, entry),
                                HouseholdView.detail(page, entry),
                                base,
                                entry.emergency() ? page.text("household.emergency") : "",
                                "warn"))
                        .toList(),
                page.text("household.panel.empty"),
                List.of(Panel.Action.link(page.text("household.all"), base))));
    }

    private Reply page(Request request, Person person, Form form) {
        List<Entry> entries = household.list(request.staff(), person.id());
        List<PhotoService.Photo> shown = photos.list(request.staff(), person.id());
        return Reply.html("household/list", page -> HouseholdView.of(page, person, entries, shown, today(person), form))
                .withStatus(form.valid() ? 200 : 422);
    }

    private Reply blank(Request request) {
        Person person = find(request);
        EntryForm blank =
                new EntryForm("", "", "", "", "", "", "", "", today(person).toString());
        return form(request, section(request), person, 0, Answers.filled(blank), blank, false);
    }

    private Reply add(Request request) {
        Person person = find(request);
        Section section = section(request);
        EntryForm form = Answers.read(request.form(), EntryForm.class);
        return switch (household.add(request.staff(), person.id(), section, form)) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + person.id() + "/household");
            case Outcome.Invalid<Long>(Problems problems) ->
                form(request, section, person, 0, Answers.refused(request.form(), problems), form, false)
                        .withStatus(422);
        };
    }

    private Reply filled(Request request) {
        Person person = find(request);
        Entry entry = entry(request, person);
        EntryForm standing = EntryForm.of(entry);
        return form(request, entry.section(), person, entry.version(), Answers.filled(standing), standing, false);
    }

    private Reply change(Request request) {
        Person person = find(request);
        EntryForm form = Answers.read(request.form(), EntryForm.class);
        Outcome<Long> outcome =
                household.change(request.staff(), person.id(), request.id("entry"), version(request), form);
        return switch (outcome) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + person.id() + "/household");
            case Outcome.Invalid<Long>(Problems problems) -> {
                // Read again: after an overtaken edit this is what the other editor saved.
                Entry stands = entry(request, person);
                boolean overtaken = problems.has(Problems.VERSION);
                yield form(
                                request,
                                stands.section(),
                                person,
                                stands.version(),
                                Answers.refused(request.form(), problems),
                                EntryForm.of(stands),
                                overtaken)
                        .withStatus(overtaken ? 409 : 422);
            }
        };
    }

    private Reply end(Request request) {
        Person person = find(request);
        Form form = request.form();
        return done(
                request,
                person,
                household.end(
                        request.staff(),
                        person.id(),
                        request.id("entry"),
                        version(request),
                        form.text("lastDay"),
                        form.text("mistake")));
    }

    private Reply upload(Request request) {
        Person person = find(request);
        return done(request, person, photos.add(request.staff(), person.id(), request.file("photo")));
    }

    private Reply photo(Request request) {
        byte[] jpeg = photos.content(request.staff(), request.id("id"), request.id("photo"))
                .orElseThrow(Refusal::notFound);
        return Reply.bytes(jpeg, "image/jpeg").withHeader("cache-control", "no-store");
    }

    private Reply withdraw(Request request) {
        Person person = find(request);
        return done(
                request,
                person,
                photos.withdraw(
                        request.staff(),
                        person.id(),
                        request.id("photo"),
                        request.form().text("reason")));
    }

    private Reply done(Request request, Person person, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + person.id() + "/household");
            case Outcome.Invalid<Long>(Problems problems) ->
                page(request, person, Answers.refused(request.form(), problems));
        };
    }

    private Reply form(
            Request request,
            Section section,
            Person person,
            int version,
            Form form,
            EntryForm standing,
            boolean overtaken) {
        return Reply.html(
                "household/form",
                page -> EntryFormView.of(page, section, person, request.path(), version, form, standing, overtaken));
    }

    private static Section section(Request request) {
        return Arrays.stream(Section.values())
                .filter(section -> section.name().toLowerCase(Locale.ROOT).equals(request.param("section")))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private Entry entry(Request request, Person person) {
        return household.find(request.staff(), person.id(), request.id("entry")).orElseThrow(Refusal::notFound);
    }

    private static int version(Request request) {
        try {
            return Integer.parseInt(request.form().text("version"));
        } catch (NumberFormatException absent) {
            throw Refusal.badRequest();
        }
    }

    private LocalDate today(Person person) {
        return LocalDate.ofInstant(clock.instant(), person.zone());
    }

    private Person find(Request request) {
        return people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }
}
