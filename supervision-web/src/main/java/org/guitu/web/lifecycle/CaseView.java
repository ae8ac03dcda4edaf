package org.guitu.web.lifecycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.http.Form;
import org.guitu.web.papers.PaperLink;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.Panel;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** The page of a case in words. */
public record CaseView(
        long personId,
        String person,
        String state,
        String tone,
        List<Anew> anew,
        List<Next> next,
        List<Checks> checks,
        List<Row> steps,
        List<PaperLink> papers,
        String today,
        boolean mayBegin,
        boolean mayEdit,
        Form form) {

    /** What ended by a mistake that was undone, and where it is ordered anew. */
    public record Anew(String label, String href) {}

    /** A step that may be taken, or what stands in its way. */
    public record Next(String step, String label, String hint, boolean closing) {}

    /** The items of reception or of discharge. */
    public record Checks(String title, String progress, List<Item> items) {}

    /** One item. */
    public record Item(
            String name,
            String label,
            boolean done,
            boolean mayTick,
            String when,
            String note,
            boolean wantsNote,
            String href,
            List<PaperLink> papers) {}

    /** One step that was taken. */
    public record Row(
            long id,
            String label,
            String when,
            String way,
            String detail,
            String entered,
            String undone,
            boolean mayUndo) {}

    static CaseView of(
            Page page,
            Person person,
            CaseFacts facts,
            List<TakenStep> steps,
            List<Check> done,
            List<Ended> anew,
            Form form) {
        boolean edit = page.may(Permission.EDIT_PEOPLE);
        Optional<TakenStep> newest =
                steps.stream().filter(step -> step.undoReason().isEmpty()).findFirst();
        return new CaseView(
                person.id(),
                person.name(),
                page.text("people.state." + facts.state()),
                tone(facts.state()),
                anew.stream()
                        .map(ended -> new Anew(
                                page.text("lifecycle.anew." + ended.what(), ended.count()),
                                "/people/" + person.id() + "/" + ended.what()))
                        .toList(),
                edit
                        ? CaseMachine.next(facts).stream()
                                .map(step -> next(page, step, facts))
                                .toList()
                        : List.of(),
                phases(facts.state()).stream()
                        .map(phase -> checks(page, person, phase, done))
                        .toList(),
                steps.stream()
                        .map(step -> row(
                                page, step, edit && newest.filter(step::equals).isPresent()))
                        .toList(),
                CasePapers.of(page, person, facts.state()),
                facts.today().toString(),
                edit && NewCaseService.mayBegin(person) && !NewCaseService.dead(steps),
                edit,
                form);
    }

    static Panel panel(Page page, Person person, List<TakenStep> steps, List<Check> done, LocalDate today) {
        CaseState state = person.state().orElseThrow();
        List<Panel.Line> lines = steps.stream()
                .filter(step -> step.undoReason().isEmpty())
                .limit(3)
                .map(step -> new Panel.Line(
                        page.text("lifecycle.step." + step.step()), page.times().date(step.happenedOn()), "", "", ""))
                .toList();
        return new Panel(
                "case",
                page.text("lifecycle.panel"),
                state == CaseState.ACTIVE ? "good" : tone(state).equals("critical") ? "bad" : "",
                page.text(
                        "lifecycle.panel.state",
                        page.text("people.state." + state),
                        phases(state).stream()
                                .map(phase -> progress(page, phase, done))
                                .findFirst()
                                .orElse("")),
                lines,
                page.text("lifecycle.panel.empty"),
                actions(page, person, steps));
    }

    /** The box of someone who is in no case and never was: one may begin. */
    static Panel panel(Page page, Person person) {
        return new Panel(
                "case",
                page.text("lifecycle.panel"),
                "",
                "",
                List.of(),
                page.text("lifecycle.no-case"),
                List.of(Panel.Action.link(page.text("lifecycle.new-case"), "/people/" + person.id() + "/case/new")));
    }

    private static List<Panel.Action> actions(Page page, Person person, List<TakenStep> steps) {
        List<Panel.Action> actions = new ArrayList<>(List.of(
                Panel.Action.link(page.text("lifecycle.open"), "/people/" + person.id() + "/case"),
                Panel.Action.link(page.text("lifecycle.team"), "/people/" + person.id() + "/team"),
                Panel.Action.link(page.text("lifecycle.plan"), "/people/" + person.id() + "/plan")));
        if (page.may(Permission.EDIT_PEOPLE) && NewCaseService.mayBegin(person) && !NewCaseService.dead(steps)) {
            actions.add(Panel.Action.link(page.text("lifecycle.new-case"), "/people/" + person.id() + "/case/new"));
        }
        return actions;
    }

    static String tone(CaseState state) {
        return switch (state) {
            case ACTIVE -> "good";
            case NOT_TAKEN_UP, OUT_OF_SUPERVISION -> "critical";
            case SUSPENDED_DETAINED, ON_LEAVE, TRANSFERRING -> "serious";
            case INVESTIGATION, DECIDED, AWAITING_REPORT -> "info";
            case CLOSED_EXPIRED, CLOSED_PARDON, TERMINATED -> "none";
        };
    }

    private static List<CheckItem.Phase> phases(CaseState state) {
        return switch (state) {
            case INVESTIGATION -> List.of();
            case DECIDED, AWAITING_REPORT, NOT_TAKEN_UP -> List.of(CheckItem.Phase.RECEPTION);
            case ACTIVE, ON_LEAVE, TRANSFERRING, OUT_OF_SUPERVISION, SUSPENDED_DETAINED ->
                List.of(CheckItem.Phase.RECEPTION, CheckItem.Phase.DISCHARGE);
            case CLOSED_EXPIRED, CLOSED_PARDON, TERMINATED -> List.of(CheckItem.Phase.DISCHARGE);
        };
    }

    private static Next next(Page page, CaseStep step, CaseFacts facts) {
        return new Next(
                step.name(),
                page.text("lifecycle.step." + step),
                CaseMachine.obstacle(step, facts, facts.today())
                        .map(problem ->
                                page.text(problem.key(), problem.arguments().toArray()))
                        .orElse(""),
                step.to().closed());
    }

    private static Checks checks(Page page, Person person, CheckItem.Phase phase, List<Check> done) {
        return new Checks(
                page.text("lifecycle.phase." + phase),
                progress(page, phase, done),
                CheckItem.of(phase).stream()
                        .map(item -> item(page, person, item, done))
                        .toList());
    }

    private static String progress(Page page, CheckItem.Phase phase, List<Check> done) {
        long ticked =
                done.stream().filter(check -> check.item().phase() == phase).count();
        return page.text("lifecycle.progress", ticked, CheckItem.of(phase).size());
    }

    private static Item item(Page page, Person person, CheckItem item, List<Check> done) {
        Optional<Check> check = done.stream().filter(one -> one.item() == item).findFirst();
        return new Item(
                item.name(),
                page.text("lifecycle.check." + item),
                check.isPresent(),
                person.state().map(item::mayBeDone).orElse(false),
                check.map(one -> page.text("lifecycle.by", page.times().date(one.doneOn()), one.recordedBy()))
                        .orElse(""),
                check.map(Check::note).orElse(""),
                item == CheckItem.SUMMARY,
                switch (item) {
                    case TEAM -> "/people/" + person.id() + "/team";
                    case PLAN -> "/people/" + person.id() + "/plan";
                    case CLASS -> "/people/" + person.id() + "/edit";
                    case HAND_OVER -> "/people/" + person.id() + "/resettlement";
                    case IDENTITY,
                            PAPERS,
                            FILE,
                            RIGHTS,
                            ANNOUNCEMENT,
                            EXIT_ENTRY,
                            SUMMARY,
                            FAREWELL,
                            CERTIFICATE,
                            NOTICES -> "";
                },
                CasePapers.of(page, person, item));
    }

    private static Row row(Page page, TakenStep step, boolean mayUndo) {
        return new Row(
                step.id(),
                page.text("lifecycle.step." + step.step()),
                page.times().date(step.happenedOn()),
                page.text(
                        "lifecycle.way",
                        step.from()
                                .map(from -> page.text("people.state." + from))
                                .orElse(page.text("lifecycle.no-case")),
                        page.text("people.state." + step.to())),
                step.documentNumber().isEmpty() || step.note().isEmpty()
                        ? step.documentNumber() + step.note()
                        : page.text("lifecycle.detail", step.documentNumber(), step.note()),
                page.text("lifecycle.by", page.times().minute(step.recordedAt()), step.recordedBy()),
                step.undoReason().orElse(""),
                mayUndo);
    }
}
