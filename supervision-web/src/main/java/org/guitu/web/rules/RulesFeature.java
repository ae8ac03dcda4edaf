package org.guitu.web.rules;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.ingest.review.Standings;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
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
import org.guitu.web.people.Panel;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonPanel;
import org.guitu.web.people.PersonQuery;
import org.guitu.web.people.SupervisedOnly;
import org.guitu.web.ui.Page;

/** The pages about rules that are not zones, and the box about them on the person's page. */
public final class RulesFeature implements Feature, PersonPanel {

    /** The button that looks for the other person: the form comes back as it was sent and nothing is saved. */
    private static final String FIND = "find";

    private final RuleService rules;
    private final PeopleService people;
    private final Standings standings;
    private final InstantSource clock;

    public RulesFeature(RuleService rules, PeopleService people, Standings standings, InstantSource clock) {
        this.rules = rules;
        this.people = people;
        this.standings = standings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/people/{id}/rules", Permission.VIEW_ZONES, this::list);
        routes.page("/people/{id}/rules/new", Permission.EDIT_ZONES, this::blank);
        routes.form("/people/{id}/rules/new", Permission.EDIT_ZONES, this::create);
        routes.page("/people/{id}/rules/{rule}", Permission.VIEW_ZONES, request -> show(request, Problems.none()));
        routes.page("/people/{id}/rules/{rule}/edit", Permission.EDIT_ZONES, this::edit);
        routes.form("/people/{id}/rules/{rule}/edit", Permission.EDIT_ZONES, this::revise);
        routes.form("/people/{id}/rules/{rule}/end", Permission.EDIT_ZONES, this::end);
        routes.form("/people/{id}/rules/{rule}/undo-end", Permission.EDIT_ZONES, this::undoEnd);
        new RulesApi(rules, people).mount(routes);
    }

    private Reply list(Request request) {
        Person person = person(request);
        RulesView.Known known = known(request.staff(), person, rules.list(request.staff(), person.id()));
        return Reply.html("rules/list", page -> RulesView.of(page, person, known, clock.instant()));
    }

    private Reply blank(Request request) {
        RuleKind kind = kind(request.query("kind").orElse(""));
        return form(
                SupervisedOnly.require(person(request)),
                kind,
                Optional.empty(),
                RuleFields.blank(kind),
                RuleFormView.Search.NONE);
    }

    private static Reply form(
            Person person, RuleKind kind, Optional<OrderedRule> rule, Form form, RuleFormView.Search search) {
        return Reply.html("rules/form", page -> RuleFormView.of(page, form, person, kind, rule, search));
    }

    private Reply create(Request request) {
        Form form = request.form();
        Person person = person(request);
        RuleKind kind = kind(form.text("kind"));
        if (form.text("do").equals(FIND)) {
            return form(person, kind, Optional.empty(), form, search(request, person, kind, form.text("q")));
        }
        return switch (rules.create(request.staff(), person.id(), RuleFields.read(form, kind.name()))) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/people/" + person.id() + "/rules/" + id);
            case Outcome.Invalid<Long>(Problems problems) ->
                form(
                                person,
                                kind,
                                Optional.empty(),
                                Answers.refused(form, problems),
                                search(request, person, kind, form.text("q")))
                        .withStatus(422);
        };
    }

    /** People of the own subtree whom the words find; the person's own file is none of them. */
    private RuleFormView.Search search(Request request, Person person, RuleKind kind, String words) {
        if (kind != RuleKind.KEEP_AWAY || words.isBlank()) {
            return RuleFormView.Search.NONE;
        }
        PersonQuery query = PersonQuery.of(words).limitedTo(20);
        return new RuleFormView.Search(
                words,
                people.search(request.staff(), query).people().stream()
                        .filter(row -> row.id() != person.id())
                        .map(row -> new Option(
                                Long.toString(row.id()),
                                row.name() + " · " + row.caseNumber() + " · " + row.organisationName()))
                        .toList(),
                rules.protectedPeople().search(request.staff(), words, 20));
    }

    private Reply show(Request request, Problems problems) {
        Person person = person(request);
        OrderedRule rule = rule(request);
        RulesView.Known known = known(request.staff(), person, List.of(rule));
        List<RuleRevision> revisions = rules.revisions(rule);
        return Reply.html(
                "rules/rule",
                page -> RuleView.of(
                        page,
                        person,
                        known,
                        rule,
                        revisions,
                        clock.instant(),
                        problems.find(Problems.FORM)
                                .map(problem -> page.text(
                                        problem.key(), problem.arguments().toArray()))
                                .orElse("")));
    }

    private Reply edit(Request request) {
        Person person = SupervisedOnly.require(person(request));
        OrderedRule rule = rule(request);
        return form(
                person,
                rule.kind(),
                Optional.of(rule),
                RuleFields.filled(rule, person.zone()),
                RuleFormView.Search.NONE);
    }

    private Reply revise(Request request) {
        Form form = request.form();
        Person person = person(request);
        OrderedRule rule = rule(request);
        int version;
        try {
            version = Integer.parseInt(form.text("version"));
        } catch (NumberFormatException absent) {
            throw Refusal.badRequest();
        }
        RuleForm wanted = RuleFields.read(form, rule.kind().name());
        return switch (rules.revise(request.staff(), person.id(), rule.id(), version, wanted)) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + person.id() + "/rules/" + rule.id());
            case Outcome.Invalid<Long>(Problems problems) ->
                form(
                                person,
                                rule.kind(),
                                Optional.of(rule(request)),
                                Answers.refused(form, problems),
                                RuleFormView.Search.NONE)
                        .withStatus(problems.has(Problems.VERSION) ? 409 : 422);
        };
    }

    private Reply end(Request request) {
        String reason = request.form().text("reason");
        return changed(request, rules.end(request.staff(), request.id("id"), request.id("rule"), reason));
    }

    private Reply undoEnd(Request request) {
        return changed(request, rules.undoEnd(request.staff(), request.id("id"), request.id("rule")));
    }

    private Reply changed(Request request, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/people/" + request.id("id") + "/rules/" + id);
            case Outcome.Invalid<Long>(Problems problems) ->
                show(request, problems).withStatus(422);
        };
    }

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        if (!reader.may(Permission.VIEW_ZONES)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<OrderedRule> open = rules.list(reader, person.id()).stream()
                .filter(rule -> rule.state(now) != OrderedRule.State.OVER)
                .toList();
        RulesView.Known known = known(reader, person, open);
        return Optional.of(page -> panel(page, person, known, now));
    }

    private static Panel panel(Page page, Person person, RulesView.Known known, Instant now) {
        String base = "/people/" + person.id() + "/rules";
        List<Panel.Line> lines = new ArrayList<>();
        for (OrderedRule rule : known.rules()) {
            RulesView.Row row = RulesView.row(page, base, known, rule, now);
            boolean judged = !row.standing().isEmpty();
            lines.add(new Panel.Line(
                    row.kind(),
                    row.order() + " · " + row.hours(),
                    row.href(),
                    judged ? row.standing() : row.state(),
                    judged ? row.standingTone() : row.tone()));
        }
        return new Panel(
                "rules",
                page.text("rules.panel"),
                "",
                "",
                lines,
                page.text("rules.panel.empty"),
                List.of(Panel.Action.link(page.text("rules.all"), base)));
    }

    private RulesView.Known known(Staff reader, Person person, List<OrderedRule> shown) {
        Map<Long, String> names = new HashMap<>();
        for (OrderedRule rule : shown) {
            rule.otherId().ifPresent(id -> name(reader, id).ifPresent(name -> names.put(id, name)));
        }
        return new RulesView.Known(shown, names, shown.isEmpty() ? Map.of() : standings.of(person.id()));
    }

    /** The name of the other, as far as the reader may know it. */
    private Optional<String> name(Staff reader, long id) {
        return ProtectedPeople.isProtected(id)
                ? rules.protectedPeople().name(reader, id)
                : people.find(reader, id).map(Person::name);
    }

    /** A kind that is no rule's names nothing: 404. */
    private static RuleKind kind(String name) {
        return RuleDraft.KINDS.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private Person person(Request request) {
        return people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }

    private OrderedRule rule(Request request) {
        return rules.find(request.staff(), request.id("id"), request.id("rule")).orElseThrow(Refusal::notFound);
    }
}
