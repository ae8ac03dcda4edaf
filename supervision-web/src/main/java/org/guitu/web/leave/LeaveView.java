package org.guitu.web.leave;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.papers.PaperKind;
import org.guitu.web.papers.PaperLink;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;
import org.guitu.web.zones.AreaForm;
import org.guitu.web.zones.Zone;

/**
 * One leave: what is asked, whose decision it is and why, and what can be done now.
 *
 * @param why how the decision's level follows from the days
 * @param waitsFor whose decision is awaited; {@code ""} once it is decided
 * @param facts label and words, in their order
 * @param papers to be issued about it: its decision, if it is the one decided last
 * @param fault of the last act, {@code ""} for none
 */
public record LeaveView(
        long personId,
        String person,
        String path,
        String title,
        String state,
        String tone,
        String authority,
        String why,
        String waitsFor,
        List<Fact> facts,
        List<Fact> checks,
        String mapJson,
        boolean mayDecide,
        boolean mayRevoke,
        boolean mayWithdraw,
        boolean mayReturn,
        boolean mayUndoReturn,
        boolean mayCheck,
        boolean mayInform,
        boolean mayExtend,
        List<Option> decisions,
        List<Option> ways,
        List<PaperLink> papers,
        Form form,
        String fault) {

    /** A label and its words. */
    public record Fact(String label, String words) {}

    static LeaveView of(
            Page page,
            Person person,
            Leave leave,
            LeaveAuthority authority,
            List<LeaveCheck> checks,
            List<Zone> zones,
            boolean newest,
            Instant now,
            Form form) {
        Leave.State state = leave.state(now);
        boolean open = state == Leave.State.WAITING || state == Leave.State.LAPSED;
        boolean edit = page.may(Permission.EDIT_PEOPLE);
        boolean away = state == Leave.State.AWAY || state == Leave.State.OVERDUE;
        return new LeaveView(
                person.id(),
                person.name(),
                leave.path(),
                page.text("leave.title", person.name(), LeaveWords.span(page, leave)),
                LeaveWords.state(page, leave, now),
                LeaveWords.tone(leave, now),
                open ? LeaveWords.authority(page, authority) : LeaveWords.authority(page, leave),
                open ? why(page, authority) : "",
                open && !leave.deciderName().isEmpty() ? page.text("leave.waits-for", leave.deciderName()) : "",
                facts(page, leave),
                checks.stream().map(check -> check(page, check)).toList(),
                AreaForm.map(AreaForm.stored(leave.area()), leave.destination(), zones),
                open && may(page, authority.level()),
                (state == Leave.State.COMING || state == Leave.State.AWAY) && may(page, leave.authority()),
                edit && (open || state == Leave.State.COMING),
                edit && away,
                edit && state == Leave.State.RETURNED,
                edit && away,
                edit
                        && leave.approved()
                        && leave.authority() == LeaveAuthority.Level.CITY
                        && leave.informedOn().isEmpty(),
                edit
                        && (state == Leave.State.COMING || state == Leave.State.AWAY)
                        && leave.extendedBy().isEmpty(),
                Option.of(DecisionForm.Decision.class, "leave.decision", page),
                Option.of(LeaveCheck.Way.class, "leave.way", page),
                newest ? PaperLink.of(page, person, PaperKind.LEAVE_APPROVAL) : List.of(),
                form,
                fault(page, form));
    }

    /** Whether the reader may take a decision of this level. */
    private static boolean may(Page page, LeaveAuthority.Level level) {
        return page.may(Permission.DECIDE)
                && page.staff()
                        .map(Staff::organisation)
                        .filter(place -> level.allows(place.level()))
                        .isPresent();
    }

    private static String why(Page page, LeaveAuthority authority) {
        return page.text(
                "leave.ground." + authority.ground(),
                page.times().date(authority.windowFirst()),
                page.times().date(authority.windowLast()),
                Integer.toString(authority.totalDays()));
    }

    private static List<Fact> facts(Page page, Leave leave) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(page.text("leave.reason"), page.text("leave.reason." + leave.reason())));
        facts.add(new Fact(page.text("leave.destination"), leave.destination()));
        facts.add(new Fact(page.text("leave.area"), AreaForm.words(page, AreaForm.stored(leave.area()))));
        facts.add(new Fact(page.text("leave.days"), LeaveWords.span(page, leave)));
        facts.add(new Fact(
                page.text("leave.proof"),
                leave.documentNumber().isEmpty() ? leave.proof() : leave.proof() + " · " + leave.documentNumber()));
        add(facts, page, "leave.companion", leave.companion());
        add(facts, page, "leave.phone", leave.phone());
        add(facts, page, "leave.urgency", leave.urgency());
        facts.add(new Fact(
                page.text("leave.applied"),
                page.text("leave.recorded", page.times().date(leave.appliedOn()), leave.recordedBy())));
        leave.decision()
                .ifPresent(decision -> facts.add(new Fact(
                        page.text(decision.approved() ? "leave.approved" : "leave.refused"), decided(page, decision))));
        leave.informedOn()
                .ifPresent(day -> facts.add(new Fact(
                        page.text("leave.informed"), page.times().date(day) + " · " + leave.informedDocument())));
        leave.end().ifPresent(end -> facts.add(new Fact(page.text("leave.end." + end.kind()), ended(page, end))));
        return facts;
    }

    private static String decided(Page page, Leave.Decision decision) {
        String who =
                page.text("leave.decided", page.times().minute(decision.at()), decision.organisation(), decision.by());
        String more = decision.approved() ? decision.document() : decision.reason();
        return more.isEmpty() ? who : who + " · " + more;
    }

    private static String ended(Page page, Leave.End end) {
        String who = page.text("leave.recorded", page.times().minute(end.at()), end.by());
        return end.note().isEmpty() ? who : who + " · " + end.note();
    }

    private static void add(List<Fact> facts, Page page, String key, String words) {
        if (!words.isEmpty()) {
            facts.add(new Fact(page.text(key), words));
        }
    }

    private static Fact check(Page page, LeaveCheck check) {
        String what = page.text("leave.way." + check.way()) + " · " + check.place();
        return new Fact(
                page.times().minute(check.at()),
                page.text(
                        "leave.recorded",
                        check.note().isEmpty() ? what : what + " · " + check.note(),
                        check.recordedBy()));
    }

    private static String fault(Page page, Form form) {
        Optional<Form.Fault> fault =
                form.fault("").or(() -> form.faults().values().stream().findFirst());
        return fault.map(known -> page.text(known.key(), known.arguments().toArray()))
                .orElse("");
    }
}
