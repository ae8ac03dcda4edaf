package org.guitu.web.duties;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guitu.web.ui.Page;

/** The worklist in words. */
public record WorklistView(boolean mine, List<Group> groups, boolean more) {

    /** Duties of one urgency. */
    public record Group(String id, String title, String tone, List<Row> rows) {}

    /**
     * One duty.
     *
     * @param raised to whom it has gone up, {@code ""} for nobody
     */
    public record Row(
            String what,
            String href,
            String person,
            String personHref,
            String caseNumber,
            String where,
            String due,
            String source,
            String raised) {}

    static WorklistView of(Page page, Worklist list, boolean mine) {
        List<Group> groups = new ArrayList<>();
        for (Duty.State state : List.of(Duty.State.OVERDUE, Duty.State.TODAY, Duty.State.COMING)) {
            List<Row> rows = list.open().stream()
                    .filter(duty -> DutyWords.state(page, duty, list.now()) == state)
                    .map(duty -> row(page, duty, list.now(), list.escalation()))
                    .toList();
            if (!rows.isEmpty()) {
                groups.add(new Group(
                        state.name().toLowerCase(java.util.Locale.ROOT),
                        page.text("duties.group." + state, rows.size()),
                        DutyWords.tone(state),
                        rows));
            }
        }
        return new WorklistView(mine, groups, list.more());
    }

    private static Row row(Page page, Duty duty, Instant now, Escalation escalation) {
        return new Row(
                page.text(DutyKind.words(duty.kind())),
                duty.link(),
                duty.personName(),
                "/people/" + duty.personId(),
                duty.caseNumber(),
                duty.officerName().isEmpty()
                        ? duty.organisationName()
                        : page.text("duties.where", duty.organisationName(), duty.officerName()),
                DutyWords.due(page, duty, now),
                duty.source(),
                escalation
                        .level(duty, now)
                        .map(level -> page.text("duties.raised." + level))
                        .orElse(""));
    }
}
