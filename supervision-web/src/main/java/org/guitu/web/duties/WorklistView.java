package org.guitu.web.duties;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.guitu.web.ui.Page;

/** The worklist in words. */
public record WorklistView(boolean mine, List<Group> groups, boolean more) {

    /** From so many duties of one kind they are shown as one line to be opened, so that what happens to one person is not lost among them. */
    private static final int ALIKE_MIN = 5;

    /** Duties of one urgency: those to be seen each, and those of which there are many. */
    public record Group(String id, String title, String tone, List<Row> rows, List<Alike> alike) {}

    /** Many duties of one kind, the first due first. */
    public record Alike(String what, String count, String due, List<Row> rows) {}

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
                Map<String, List<Row>> byKind = rows.stream()
                        .collect(Collectors.groupingBy(Row::what, LinkedHashMap::new, Collectors.toList()));
                groups.add(new Group(
                        state.name().toLowerCase(Locale.ROOT),
                        page.text("duties.group." + state, rows.size()),
                        DutyWords.tone(state),
                        rows.stream()
                                .filter(row -> byKind.getOrDefault(row.what(), List.of())
                                                .size()
                                        < ALIKE_MIN)
                                .toList(),
                        byKind.values().stream()
                                .filter(kind -> kind.size() >= ALIKE_MIN)
                                .map(kind -> alike(page, kind))
                                .toList()));
            }
        }
        return new WorklistView(mine, groups, list.more());
    }

    private static Alike alike(Page page, List<Row> rows) {
        Row first = rows.getFirst();
        return new Alike(first.what(), page.text("duties.alike", rows.size()), first.due(), rows);
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
