package org.guitu.web.sentence;

import java.time.InstantSource;
import java.time.LocalDate;
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

/** The pages about decision papers, injunctions and the term, and the panel on the person's page. */
public final class SentenceFeature implements Feature, PersonPanel {

    private final SentenceService sentences;
    private final PeopleService people;
    private final InstantSource clock;

    public SentenceFeature(SentenceService sentences, PeopleService people, InstantSource clock) {
        this.sentences = sentences;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sentence";
    }

    @Override
    public void mount(Routes routes) {
        String base = "/people/{id}/sentence";
        routes.page(base, Permission.VIEW_PEOPLE, request -> page(request, find(request), Form.empty()));
        routes.page(base + "/decisions/new", Permission.EDIT_PEOPLE, this::blankDecision);
        routes.form(base + "/decisions/new", Permission.EDIT_PEOPLE, this::addDecision);
        routes.page(base + "/decisions/{item}/edit", Permission.EDIT_PEOPLE, this::filledDecision);
        routes.form(base + "/decisions/{item}/edit", Permission.EDIT_PEOPLE, this::changeDecision);
        routes.form(base + "/decisions/{item}/withdraw", Permission.EDIT_PEOPLE, this::withdrawDecision);
        routes.page(base + "/injunctions/new", Permission.EDIT_PEOPLE, this::blankInjunction);
        routes.form(base + "/injunctions/new", Permission.EDIT_PEOPLE, this::addInjunction);
        routes.page(base + "/injunctions/{item}/edit", Permission.EDIT_PEOPLE, this::filledInjunction);
        routes.form(base + "/injunctions/{item}/edit", Permission.EDIT_PEOPLE, this::changeInjunction);
        routes.form(base + "/injunctions/{item}/end", Permission.EDIT_PEOPLE, this::endInjunction);
        routes.page(base + "/term", Permission.EDIT_PEOPLE, this::filledTerm);
        routes.form(base + "/term", Permission.EDIT_PEOPLE, this::setTerm);
    }

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        SentenceFile file = sentences.file(reader, person.id());
        if (!person.category().supervised() && file.decisions().isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = today(person);
        return Optional.of(page -> SentencePanel.of(page, person, file, today));
    }

    private Reply page(Request request, Person person, Form form) {
        SentenceFile file = sentences.file(request.staff(), person.id());
        return Reply.html("sentence/file", page -> SentenceView.of(page, person, file, today(person), form))
                .withStatus(form.valid() ? 200 : 422);
    }

    private Reply blankDecision(Request request) {
        return form(
                request, "decision", find(request), 0, Form.empty(), Answers.read(Form.empty(), DecisionForm.class));
    }

    private Reply addDecision(Request request) {
        Person person = find(request);
        DecisionForm form = Answers.read(request.form(), DecisionForm.class);
        return saved(request, "decision", person, 0, form, sentences.addDecision(request.staff(), person.id(), form));
    }

    private Reply filledDecision(Request request) {
        Person person = find(request);
        Decision decision = decision(request, person);
        DecisionForm standing = DecisionForm.of(decision);
        return form(request, "decision", person, decision.version(), Answers.filled(standing), standing);
    }

    private Reply changeDecision(Request request) {
        Person person = find(request);
        DecisionForm form = Answers.read(request.form(), DecisionForm.class);
        Outcome<Long> outcome =
                sentences.changeDecision(request.staff(), person.id(), request.id("item"), version(request), form);
        Decision stands = decision(request, person);
        return saved(request, "decision", person, stands.version(), DecisionForm.of(stands), outcome);
    }

    private Reply withdrawDecision(Request request) {
        Person person = find(request);
        return taken(
                request,
                person,
                sentences.withdrawDecision(
                        request.staff(),
                        person.id(),
                        request.id("item"),
                        request.form().text("reason")));
    }

    private Reply blankInjunction(Request request) {
        Person person = find(request);
        InjunctionForm blank = new InjunctionForm(
                "",
                "",
                "",
                "",
                person.termFrom().map(LocalDate::toString).orElse(""),
                person.termTo().map(LocalDate::toString).orElse(""));
        return form(request, "injunction", person, 0, Answers.filled(blank), blank);
    }

    private Reply addInjunction(Request request) {
        Person person = find(request);
        InjunctionForm form = Answers.read(request.form(), InjunctionForm.class);
        return saved(
                request, "injunction", person, 0, form, sentences.addInjunction(request.staff(), person.id(), form));
    }

    private Reply filledInjunction(Request request) {
        Person person = find(request);
        Injunction injunction = injunction(request, person);
        InjunctionForm standing = InjunctionForm.of(injunction);
        return form(request, "injunction", person, injunction.version(), Answers.filled(standing), standing);
    }

    private Reply changeInjunction(Request request) {
        Person person = find(request);
        InjunctionForm form = Answers.read(request.form(), InjunctionForm.class);
        Outcome<Long> outcome =
                sentences.changeInjunction(request.staff(), person.id(), request.id("item"), version(request), form);
        Injunction stands = injunction(request, person);
        return saved(request, "injunction", person, stands.version(), InjunctionForm.of(stands), outcome);
    }

    private Reply endInjunction(Request request) {
        Person person = find(request);
        return taken(
                request,
                person,
                sentences.endInjunction(
                        request.staff(),
                        person.id(),
                        request.id("item"),
                        request.form().text("reason")));
    }

    private Reply filledTerm(Request request) {
        Person person = find(request);
        Optional<Term> term = sentences.file(request.staff(), person.id()).term();
        TermForm standing = standing(person, term);
        return form(request, "term", person, term.map(Term::version).orElse(0), Answers.filled(standing), standing);
    }

    private Reply setTerm(Request request) {
        Person person = find(request);
        TermForm form = Answers.read(request.form(), TermForm.class);
        Outcome<Long> outcome = sentences.setTerm(request.staff(), person.id(), version(request), form);
        Optional<Term> stands = sentences.file(request.staff(), person.id()).term();
        return saved(request, "term", person, stands.map(Term::version).orElse(0), standing(person, stands), outcome);
    }

    private static TermForm standing(Person person, Optional<Term> term) {
        return term.map(TermForm::of)
                .orElseGet(() -> TermForm.first(
                        person.termFrom().map(LocalDate::toString).orElse("")));
    }

    private Reply form(Request request, String shape, Person person, int version, Form form, Record standing) {
        return Reply.html(
                "sentence/" + shape,
                page -> SentenceFormView.of(page, shape, person, request.path(), version, form, standing));
    }

    /** To the page, or the form again: with the version that stands now, whose differences are shown to who was overtaken. */
    private Reply saved(
            Request request, String shape, Person person, int version, Record standing, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + person.id() + "/sentence");
            case Outcome.Invalid<Long>(Problems problems) ->
                form(request, shape, person, version, Answers.refused(request.form(), problems), standing)
                        .withStatus(problems.has(Problems.VERSION) ? 409 : 422);
        };
    }

    private Reply taken(Request request, Person person, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + person.id() + "/sentence");
            case Outcome.Invalid<Long>(Problems problems) ->
                page(request, person, Answers.refused(request.form(), problems));
        };
    }

    private Decision decision(Request request, Person person) {
        return sentences.decisions(request.staff(), person.id(), request.id("item")).stream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private Injunction injunction(Request request, Person person) {
        return sentences.injunctions(request.staff(), person.id(), request.id("item")).stream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
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
