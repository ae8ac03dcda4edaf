package org.guitu.web.leave;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/**
 * A list of leave: of one person, or of all of the subtree by where they stand.
 *
 * @param person whose; empty for everybody's
 * @param tabs what may be listed; none for one person's
 */
public record LeavesView(
        Optional<Person> person, String title, List<Tab> tabs, List<Row> rows, boolean mayApply, boolean more) {

    static final int ROWS_MAX = 200;

    /** One choice of what is listed. */
    public record Tab(String label, String href, boolean current) {}

    /** One leave. */
    public record Row(
            String href,
            String personHref,
            String person,
            String caseNumber,
            String where,
            String span,
            String destination,
            String reason,
            String authority,
            String decider,
            String state,
            String tone) {}

    static LeavesView ofPerson(Page page, Person person, List<Leave> all, Instant now) {
        return new LeavesView(
                Optional.of(person),
                page.text("leave.of", person.name()),
                List.of(),
                all.stream()
                        .map(leave -> row(
                                page,
                                new LeaveQuery.Row(
                                        leave, person.name(), person.caseNumber(), person.organisationName()),
                                now))
                        .toList(),
                page.may(Permission.EDIT_PEOPLE) && person.supervised(),
                false);
    }

    static LeavesView of(Page page, LeaveQuery.Show show, List<LeaveQuery.Row> rows, Instant now) {
        return new LeavesView(
                Optional.empty(),
                page.text("leave.list"),
                Arrays.stream(LeaveQuery.Show.values())
                        .map(one -> new Tab(
                                page.text("leave.show." + one),
                                "/leave?show=" + one.name().toLowerCase(Locale.ROOT),
                                one == show))
                        .toList(),
                rows.stream().limit(ROWS_MAX).map(row -> row(page, row, now)).toList(),
                false,
                rows.size() > ROWS_MAX);
    }

    private static Row row(Page page, LeaveQuery.Row row, Instant now) {
        Leave leave = row.leave();
        return new Row(
                leave.path(),
                "/people/" + leave.personId(),
                row.personName(),
                row.caseNumber(),
                row.organisation(),
                LeaveWords.span(page, leave),
                leave.destination(),
                page.text("leave.reason." + leave.reason()),
                LeaveWords.authority(page, leave),
                leave.decision().map(Leave.Decision::organisation).orElse(leave.deciderName()),
                LeaveWords.state(page, leave, now),
                LeaveWords.tone(leave, now));
    }
}
