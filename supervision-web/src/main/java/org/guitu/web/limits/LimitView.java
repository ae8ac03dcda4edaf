package org.guitu.web.limits;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/**
 * One figure in a place: what holds, what has held, and the form to change it.
 *
 * @param now what holds today in words
 * @param fixed why it cannot be changed, {@code ""} if it can
 * @param yesNo whether one chooses instead of writing a number
 * @param unit what a number counts
 */
public record LimitView(
        String key,
        long organisationId,
        String place,
        String what,
        String now,
        String source,
        String setBy,
        String fixed,
        boolean mayChange,
        boolean yesNo,
        List<Option> answers,
        String unit,
        Form form,
        List<Row> rows) {

    /**
     * One row of the history.
     *
     * @param state where it stands, in words
     * @param takeBack its number if it is ours and has not begun, else 0
     */
    public record Row(
            String value,
            String since,
            String source,
            String entered,
            String reason,
            String state,
            String tone,
            long takeBack) {}

    static LimitView of(
            Page page, Form form, Organisation actsIn, Organisation place, LimitService.Shown shown, LocalDate today) {
        Optional<Figure> now = shown.table().find(shown.limit(), today);
        Figure any = shown.history().getFirst().figure();
        boolean fixed = now.filter(Figure::fixed).isPresent();
        boolean tooLow = page.may(Permission.EDIT_LIMITS) && !shown.maySet(actsIn);
        boolean may = page.may(Permission.EDIT_LIMITS) && !fixed && !tooLow;
        return new LimitView(
                shown.limit().key(),
                place.id(),
                place.name(),
                page.text(shown.limit().words()),
                now.map(figure -> LimitWords.value(page, figure)).orElseGet(() -> page.text("limits.not-yet")),
                now.map(Figure::source).orElse(""),
                now.map(figure -> LimitWords.setBy(page, figure)).orElse(""),
                fixed
                        ? page.text("limits.fixed.why", now.orElseThrow().source())
                        : tooLow ? page.text("limits.error.level." + shown.lowest()) : "",
                may,
                any.unit() == Figure.Unit.YES_NO,
                List.of(new Option("1", page.text("limits.yes")), new Option("0", page.text("limits.no"))),
                any.unit() == Figure.Unit.YES_NO ? "" : page.text("limits.unit." + any.unit()),
                form,
                shown.history().stream()
                        .map(row -> row(page, place, row, now, today, may))
                        .toList());
    }

    private static Row row(
            Page page, Organisation place, LimitRow row, Optional<Figure> now, LocalDate today, boolean may) {
        Figure figure = row.figure();
        boolean ours = figure.organisationId().equals(Optional.of(place.id()));
        boolean coming = row.supersededAt().isEmpty() && figure.validFrom().isAfter(today);
        boolean holds = row.supersededAt().isEmpty() && now.equals(Optional.of(figure));
        String state = row.supersededAt()
                .map(at -> page.text("limits.state.replaced", page.times().minute(at)))
                .orElseGet(() -> page.text(
                        holds
                                ? "limits.state.holds"
                                : coming
                                        ? "limits.state.coming"
                                        : ours ? "limits.state.before" : "limits.state.overruled"));
        return new Row(
                LimitWords.value(page, figure),
                page.times().date(figure.validFrom()),
                figure.source(),
                figure.organisationId().isEmpty()
                        ? page.text("limits.shipped")
                        : page.text(
                                "limits.entered",
                                figure.organisationName(),
                                figure.setBy(),
                                page.times().minute(row.recordedAt())),
                row.reason(),
                state,
                holds ? "good" : coming ? "info" : "neutral",
                may && ours && coming ? row.id() : 0);
    }
}
