package org.guitu.web.papers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.guitu.web.papers.Paper.Format;
import org.guitu.web.papers.PaperService.Draft;
import org.guitu.web.people.Panel;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonPanel;
import org.guitu.web.ui.NavItem;
import org.guitu.web.ui.Page;

/** The pages about a person's papers, and the box about them on the person's page. */
public final class PapersFeature implements Feature, PersonPanel {

    private static final int PANEL_MAX = 4;

    private final PaperService papers;
    private final PeopleService people;
    private final TemplateRoutes templates;
    private final LedgerRoutes ledgers;

    public PapersFeature(PaperService papers, PeopleService people, TemplateRoutes templates, LedgerRoutes ledgers) {
        this.papers = papers;
        this.people = people;
        this.templates = templates;
        this.ledgers = ledgers;
    }

    @Override
    public String name() {
        return "papers";
    }

    @Override
    public List<NavItem> nav() {
        return List.of(
                new NavItem(60, "papers.ledgers.nav", "/ledgers", "download", Permission.EDIT_PEOPLE),
                new NavItem(70, "papers.templates.nav", "/paper-templates", "edit", Permission.EDIT_TEMPLATES));
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/people/{id}/papers", Permission.VIEW_PEOPLE, this::list);
        routes.page("/people/{id}/papers/new", Permission.EDIT_PEOPLE, this::choose);
        routes.page("/people/{id}/papers/new/{kind}", Permission.EDIT_PEOPLE, this::blank);
        routes.form("/people/{id}/papers/new/{kind}", Permission.EDIT_PEOPLE, this::issue);
        routes.page("/people/{id}/papers/preview/{kind}", Permission.EDIT_PEOPLE, this::preview);
        routes.form("/people/{id}/papers/preview/{kind}", Permission.EDIT_PEOPLE, this::preview);
        routes.page("/people/{id}/papers/{paper}/pdf", Permission.VIEW_PEOPLE, request -> file(request, Format.PDF));
        routes.page("/people/{id}/papers/{paper}/docx", Permission.VIEW_PEOPLE, request -> file(request, Format.DOCX));
        routes.form("/people/{id}/papers/{paper}/void", Permission.EDIT_PEOPLE, this::declareVoid);
        templates.mount(routes);
        ledgers.mount(routes);
    }

    private Reply list(Request request) {
        return list(request, find(request), Form.empty());
    }

    private Reply list(Request request, Person person, Form form) {
        List<Paper> all = papers.list(request.staff(), person.id());
        Optional<String> saved = request.query("saved").filter(List.of("issued", "voided")::contains);
        return Reply.html("papers/list", page -> PapersView.of(page, person, all, form, saved));
    }

    private Reply choose(Request request) {
        Person person = find(request);
        return Reply.html("papers/choose", page -> ChooseView.of(page, person));
    }

    private Reply blank(Request request) {
        return form(request, find(request), kind(request), Optional.empty());
    }

    /** @param sent what the officer entered; empty before that */
    private Reply form(Request request, Person person, PaperKind kind, Optional<Form> sent) {
        Outcome<Draft> outcome = papers.draft(
                request.staff(),
                person.id(),
                kind,
                sent.map(PapersFeature::entered).orElse(Map.of()));
        String once = sent.map(form -> form.text("once"))
                .orElseGet(() -> UUID.randomUUID().toString());
        return switch (outcome) {
            case Outcome.Ok<Draft>(Draft draft) ->
                Reply.html(
                        "papers/form",
                        page -> PaperFormView.of(
                                page, person, draft, papers::labelKey, sent.orElse(Form.empty()), once));
            case Outcome.Invalid<Draft>(Problems problems) ->
                list(request, person, Answers.refused(Form.empty(), problems)).withStatus(422);
        };
    }

    private Reply issue(Request request) {
        Form form = request.form();
        Person person = find(request);
        PaperKind kind = kind(request);
        return switch (papers.issue(request.staff(), person.id(), kind, entered(form), form.text("once"))) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + person.id() + "/papers?saved=issued");
            case Outcome.Invalid<Long>(Problems problems) -> {
                Form refused = Answers.refused(form, problems);
                yield form(request, person, kind, Optional.of(refused)).withStatus(422);
            }
        };
    }

    private Reply preview(Request request) {
        Person person = find(request);
        PaperKind kind = kind(request);
        Outcome<Draft> outcome = papers.draft(request.staff(), person.id(), kind, entered(request.form()));
        return switch (outcome) {
            case Outcome.Ok<Draft>(Draft draft) ->
                Downloads.preview(PaperHtml.screen(
                        draft.template().title(),
                        Merge.body(draft.template(), draft.facts(), name -> PaperFormView.gap(draft, name))));
            case Outcome.Invalid<Draft> ignored -> throw Refusal.notFound();
        };
    }

    private Reply file(Request request, Format format) {
        return papers.download(request.staff(), request.id("id"), request.id("paper"), format)
                .map(file -> Downloads.file(
                        file.bytes(),
                        format.contentType(),
                        file.paper().kind().slug() + "-" + file.paper().id() + "." + format.ending(),
                        file.paper().title() + file.paper().number() + "." + format.ending()))
                .orElseThrow(Refusal::notFound);
    }

    private Reply declareVoid(Request request) {
        Form form = request.form();
        Person person = find(request);
        return switch (papers.declareVoid(request.staff(), person.id(), request.id("paper"), form.text("reason"))) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + person.id() + "/papers?saved=voided");
            case Outcome.Invalid<Long>(Problems problems) ->
                list(request, person, Answers.refused(form, problems)).withStatus(422);
        };
    }

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        List<Paper> all = papers.list(reader, person.id());
        return Optional.of(page -> panel(page, person, all));
    }

    private static Panel panel(Page page, Person person, List<Paper> all) {
        String base = "/people/" + person.id() + "/papers";
        List<Panel.Action> actions = new ArrayList<>();
        if (page.may(Permission.EDIT_PEOPLE)) {
            actions.add(Panel.Action.link(page.text("papers.new"), base + "/new"));
        }
        actions.add(Panel.Action.link(page.text("papers.all"), base));
        return new Panel(
                "papers",
                page.text("papers.panel"),
                "",
                "",
                all.stream()
                        .limit(PANEL_MAX)
                        .map(paper -> new Panel.Line(
                                paper.title(),
                                paper.number() + " · " + page.times().date(paper.issuedOn()),
                                base + "#paper-" + paper.id(),
                                paper.voided().isPresent() ? page.text("papers.void") : "",
                                "none"))
                        .toList(),
                page.text("papers.empty"),
                actions);
    }

    private static Map<String, String> entered(Form form) {
        Map<String, String> entered = new LinkedHashMap<>();
        form.values().forEach((name, values) -> {
            if (Tags.NAME.matcher(name).matches()) {
                entered.put(name, form.text(name));
            }
        });
        return entered;
    }

    private Person find(Request request) {
        return people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }

    private static PaperKind kind(Request request) {
        return PaperKind.ofSlug(request.param("kind")).orElseThrow(Refusal::notFound);
    }
}
