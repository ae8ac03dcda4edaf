package org.guitu.web.conduct;

import java.time.LocalDate;
import java.util.Optional;
import org.guitu.web.form.Fields;
import org.guitu.web.people.Person;

/** A step read from its form and checked against the measure. */
record StepDraft(
        Measure.StepKind kind,
        LocalDate day,
        Optional<Measure.Result> result,
        Optional<MeasureKind> changedTo,
        String note) {

    static StepDraft read(
            Person person, Measure measure, Measure.StepKind kind, StepForm form, LocalDate today, Fields fields) {
        LocalDate day = fields.date("day", form.day());
        if (day.isAfter(today)) {
            fields.problem("day", "conduct.error.future");
        } else if (day.isBefore(measure.decidedOn())) {
            fields.problem("day", "conduct.error.before-decision", measure.decidedOn());
        }
        Optional<Measure.Result> result = result(kind, form, fields);
        boolean mustSay = kind == Measure.StepKind.OBJECTED || kind == Measure.StepKind.ANSWERED;
        String note = mustSay ? fields.text("note", form.note(), 2000) : fields.optionalText("note", form.note(), 2000);
        if (kind == Measure.StepKind.SERVED && person.minor()) {
            String guardian = fields.text("guardian", form.guardian(), 60);
            note = note.isEmpty() ? guardian : guardian + " · " + note;
        }
        Optional<MeasureKind> changedTo = Optional.empty();
        if (result.equals(Optional.of(Measure.Result.CHANGED))) {
            changedTo = Optional.of(fields.choice("changedTo", form.changedTo(), MeasureKind.class));
            if (changedTo
                    .filter(to -> to.punishes() && measure.kind().heavierThan(to))
                    .isEmpty()) {
                fields.problem("changedTo", "conduct.error.lighter");
            }
        }
        return new StepDraft(kind, day, result, changedTo, note);
    }

    private static Optional<Measure.Result> result(Measure.StepKind kind, StepForm form, Fields fields) {
        if (kind != Measure.StepKind.ANSWERED && kind != Measure.StepKind.RULED) {
            return Optional.empty();
        }
        Measure.Result result = fields.choice("result", form.result(), Measure.Result.class);
        boolean ruling = result == Measure.Result.GRANTED || result == Measure.Result.REFUSED;
        if (ruling != (kind == Measure.StepKind.RULED)) {
            fields.problem("result", "ui.form.choose");
        }
        return Optional.of(result);
    }
}
