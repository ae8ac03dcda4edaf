package org.guitu.web.permits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.papers.PaperKind;
import org.guitu.web.papers.PaperLink;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;
import org.guitu.web.zones.AreaForm;
import org.guitu.web.zones.ZoneHours;
import org.guitu.web.zones.ZoneWords;

/**
 * One permit: what is asked, what it opens, and what can be done now.
 *
 * @param effect what approval does to the orders, in words
 * @param untold whom still to tell of it
 * @param papers to be issued about it: its decision, if it is the newest of its kind
 * @param fault of the last act, {@code ""} for none
 */
public record PermitView(
        String personHref,
        String person,
        String path,
        String title,
        String state,
        String tone,
        String effect,
        List<Fact> facts,
        List<Fact> reports,
        boolean waits,
        boolean mayDecide,
        boolean mayWithdraw,
        boolean mayRevoke,
        boolean mayReport,
        List<Option> untold,
        List<Option> decisions,
        List<PaperLink> papers,
        Form form,
        String fault) {

    /** A label and its words. */
    public record Fact(String label, String words) {}

    static PermitView of(
            Page page,
            Person person,
            Permit permit,
            List<Option> opened,
            List<PermitReport> reports,
            List<PermitService.Body> untold,
            boolean newest,
            Instant now,
            Form form) {
        Permit.State state = permit.state(now);
        boolean waits = state == Permit.State.WAITING || state == Permit.State.LAPSED;
        boolean edit = page.may(Permission.EDIT_PEOPLE);
        boolean decides = page.may(Permission.DECIDE)
                && page.staff().filter(PermitService::mayDecide).isPresent();
        boolean stands = state == Permit.State.COMING || state == Permit.State.IN_FORCE;
        return new PermitView(
                "/people/" + person.id(),
                person.name(),
                permit.path(),
                PermitWords.title(page, permit),
                PermitWords.state(page, permit, now),
                PermitWords.tone(permit, now),
                page.text("permits.effect." + permit.kind()),
                facts(page, permit, opened),
                reports.stream()
                        .map(report -> new Fact(
                                page.times().minute(report.at()),
                                page.text("permits.recorded", report.words(), report.recordedBy())))
                        .toList(),
                waits,
                waits && decides,
                edit && waits,
                decides && stands,
                edit && permit.kind() == Permit.Kind.TRAVEL && state == Permit.State.IN_FORCE,
                edit
                        ? untold.stream()
                                .map(body -> new Option(body.name(), page.text("permits.body." + body)))
                                .toList()
                        : List.of(),
                List.of(
                        new Option("APPROVED", page.text("permits.decision.APPROVED")),
                        new Option("REFUSED", page.text("permits.decision.REFUSED"))),
                newest && permit.decision().isPresent() ? papers(page, person, permit) : List.of(),
                form,
                fault(page, form));
    }

    private static List<PaperLink> papers(Page page, Person person, Permit permit) {
        return switch (permit.kind()) {
            case CONTACT -> PaperLink.of(page, person, PaperKind.CONTACT_APPROVAL);
            case PLACE -> PaperLink.of(page, person, PaperKind.PLACE_APPROVAL);
            case TRAVEL -> List.of();
        };
    }

    private static List<Fact> facts(Page page, Permit permit, List<Option> opened) {
        List<Fact> facts = new ArrayList<>();
        add(facts, page, "permits.subject." + permit.kind(), permit.subject());
        permit.relation()
                .ifPresent(relation -> add(facts, page, "permits.relation", page.text("permits.relation." + relation)));
        add(facts, page, "permits.detail." + permit.kind(), permit.detail());
        add(facts, page, "permits.when", PermitWords.span(page, permit));
        if (permit.kind() == Permit.Kind.TRAVEL) {
            add(facts, page, "permits.hours", ZoneWords.hours(page, ZoneHours.of(permit.schedule())));
            add(facts, page, "permits.area", AreaForm.words(page, AreaForm.stored(permit.area())));
        } else {
            add(
                    facts,
                    page,
                    "permits.opens",
                    opened.isEmpty()
                            ? page.text("permits.opens.none")
                            : String.join(
                                    page.text("ui.list.separator"),
                                    opened.stream().map(Option::label).toList()));
        }
        if (permit.injunction()) {
            add(facts, page, "permits.injunction", page.text("permits.injunction.yes"));
        }
        add(facts, page, "permits.reason", permit.reason());
        add(
                facts,
                page,
                "permits.proof",
                permit.documentNumber().isEmpty() ? permit.proof() : permit.proof() + " · " + permit.documentNumber());
        add(
                facts,
                page,
                "permits.applied",
                page.text("permits.recorded", page.times().minute(permit.recordedAt()), permit.recordedBy()));
        permit.decision()
                .ifPresent(decision -> add(
                        facts,
                        page,
                        decision.approved() ? "permits.decision.APPROVED" : "permits.decision.REFUSED",
                        decided(page, decision)));
        permit.end().ifPresent(end -> add(facts, page, "permits.state." + end.how(), ended(page, end)));
        return facts;
    }

    private static String decided(Page page, Permit.Decision decision) {
        String who = page.text(
                "permits.decided", page.times().minute(decision.at()), decision.organisation(), decision.by());
        String more = decision.approved() ? decision.document() : decision.reason();
        return more.isEmpty() ? who : who + " · " + more;
    }

    private static String ended(Page page, Permit.End end) {
        String who = page.text("permits.recorded", page.times().minute(end.at()), end.by());
        return end.note().isEmpty() ? who : who + " · " + end.note();
    }

    private static void add(List<Fact> facts, Page page, String key, String words) {
        if (!words.isEmpty()) {
            facts.add(new Fact(page.text(key), words));
        }
    }

    private static String fault(Page page, Form form) {
        Optional<Form.Fault> fault =
                form.fault("").or(() -> form.faults().values().stream().findFirst());
        return fault.map(known -> page.text(known.key(), known.arguments().toArray()))
                .orElse("");
    }
}
