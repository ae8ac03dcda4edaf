package org.guitu.web.roster;

import java.util.List;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/**
 * The words of what would become, or became, of a file.
 *
 * @param notice what became of it; {@code ""} while it can still be entered
 * @param faults the first of them
 * @param moreFaults that there are more, in words
 */
public record TrialView(
        long id,
        Form form,
        String notice,
        String summary,
        List<Row> faults,
        String moreFaults,
        List<Row> alike,
        String unknown,
        boolean mayApply,
        boolean someBad) {

    static final int SHOWN = 300;

    /** A line of the file and what is said about it. */
    public record Row(int line, String name, String column, String words) {}

    static TrialView of(Page page, long id, ImportService.State state, Form form) {
        Trial trial = state.trial();
        return new TrialView(
                id,
                form,
                notice(page, state),
                page.text(
                        "roster.summary",
                        trial.good(),
                        trial.known(),
                        trial.bad(),
                        trial.alike().size()),
                trial.faults().stream()
                        .limit(SHOWN)
                        .map(fault -> fault(page, fault))
                        .toList(),
                trial.faults().size() > SHOWN
                        ? page.text("roster.more", trial.faults().size() - SHOWN)
                        : "",
                trial.alike().stream()
                        .limit(SHOWN)
                        .map(alike -> alike(page, alike))
                        .toList(),
                trial.unknown().isEmpty()
                        ? ""
                        : page.text("roster.unknown", String.join(page.text("ui.list.separator"), trial.unknown())),
                !state.applied() && !state.gone() && trial.good() > 0,
                trial.bad() > 0);
    }

    static Row fault(Page page, Trial.Fault fault) {
        return new Row(
                fault.line(),
                fault.name(),
                column(page, fault.field()),
                page.text(fault.problem().key(), fault.problem().arguments().toArray()));
    }

    private static String column(Page page, String field) {
        for (Column column : Column.values()) {
            if (column.field().equals(field)) {
                return page.text(column.heading());
            }
        }
        return "";
    }

    private static Row alike(Page page, Trial.Alike alike) {
        List<String> names = alike.similar().seen().stream()
                .map(match -> match.name() + " " + match.caseNumber())
                .toList();
        String elsewhere = alike.similar().elsewhere() == 0
                ? ""
                : page.text("people.similar.elsewhere", alike.similar().elsewhere());
        return new Row(alike.line(), alike.name(), "", String.join(page.text("ui.list.separator"), names) + elsewhere);
    }

    private static String notice(Page page, ImportService.State state) {
        if (state.applied()) {
            return page.text("roster.done", state.entered(), state.skipped());
        }
        return state.gone() ? page.text("roster.error.gone") : "";
    }
}
