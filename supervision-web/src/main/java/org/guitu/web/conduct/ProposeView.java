package org.guitu.web.conduct;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Choice;
import org.guitu.web.ui.Page;

/**
 * The words of the form by which a person puts a measure forward.
 *
 * @param suggestion what the ladder calls for and why, {@code ""} for nothing
 * @param incidents to choose from; empty for a reward
 */
public record ProposeView(
        Form form,
        String title,
        String action,
        String cancel,
        String suggestion,
        boolean commendation,
        List<Option> kinds,
        List<Choice> incidents,
        List<Option> bases,
        List<Choice> conditions) {

    static ProposeView of(Page page, Form form, ConductFile file) {
        Optional<MeasureKind> chosen = Arrays.stream(MeasureKind.values())
                .filter(kind -> kind.name().equals(form.text("kind")))
                .findFirst();
        boolean punishes = chosen.map(MeasureKind::punishes).orElse(true);
        return new ProposeView(
                form,
                page.text("conduct.propose.title", file.person().name()),
                ConductPanels.base(file) + "/proposals/new",
                ConductPanels.base(file),
                suggestion(page, form, file),
                chosen.equals(Optional.of(MeasureKind.COMMENDATION)),
                Arrays.stream(MeasureKind.values())
                        .filter(kind -> kind.fits(file.person().category()) && kind.punishes() == punishes)
                        .map(kind -> new Option(kind.name(), ConductWords.measure(page, kind)))
                        .toList(),
                punishes ? incidents(page, form, file) : List.of(),
                Option.of(Commendation.Basis.class, "conduct.basis", page),
                Arrays.stream(Commendation.Condition.values())
                        .map(condition -> new Choice(
                                condition.name(),
                                page.text("conduct.condition." + condition),
                                form.has("condition", condition.name())))
                        .toList());
    }

    private static List<Choice> incidents(Page page, Form form, ConductFile file) {
        return file.incidents().stream()
                .filter(incident -> incident.settled().isEmpty()
                        || file.rung(incident.id()).isPresent()
                        || form.has("incident", Long.toString(incident.id())))
                .map(incident -> new Choice(
                        Long.toString(incident.id()),
                        ConductWords.incident(page, incident, file.today()) + " · " + ConductWords.when(page, incident),
                        form.has("incident", Long.toString(incident.id()))))
                .toList();
    }

    private static String suggestion(Page page, Form form, ConductFile file) {
        return file.rungs().stream()
                .filter(rung ->
                        form.has("incident", Long.toString(rung.incident().id())))
                .findFirst()
                .map(rung -> page.text(
                        "conduct.suggests",
                        ConductWords.measure(page, rung.kind()),
                        ConductWords.grounds(page, rung.grounds())))
                .orElse("");
    }
}
