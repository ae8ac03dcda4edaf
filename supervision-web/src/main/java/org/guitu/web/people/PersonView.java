package org.guitu.web.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/** The words of a person's page. */
public record PersonView(
        long id,
        String name,
        String latinName,
        String caseNumber,
        String category,
        String supervisionClass,
        String classTone,
        String state,
        String stateTone,
        boolean minor,
        String photo,
        boolean maySetMinor,
        List<Entry> identity,
        List<Section> sections,
        boolean mayEdit,
        Form assignment,
        List<Option> organisations,
        List<Option> officers,
        String saved) {

    /** Boxes that belong together. */
    public record Section(String id, String title, List<Panel> panels) {}

    /** One fact about the person. */
    public record Entry(String label, String value) {}

    static PersonView of(
            Page page,
            Person person,
            Optional<Long> photo,
            List<Section> sections,
            Form assignment,
            List<Option> organisations,
            List<Option> officers,
            LocalDate today,
            Optional<String> saved) {
        return new PersonView(
                person.id(),
                person.name(),
                person.latinName(),
                person.caseNumber(),
                page.text("people.category." + person.category()),
                person.supervised() ? page.text("people.class." + person.supervisionClass()) : "",
                person.supervisionClass() == SupervisionClass.STRICT ? "serious" : "neutral",
                person.state().map(state -> page.text("people.state." + state)).orElse(""),
                person.state().map(CaseState::tone).orElse(""),
                person.minor(),
                photo.map(id -> "/people/" + person.id() + "/photos/" + id).orElse(""),
                page.may(Permission.VIEW_MINORS) && page.may(Permission.EDIT_PEOPLE),
                identity(page, person, today),
                sections,
                page.may(Permission.EDIT_PEOPLE),
                assignment,
                organisations,
                officers,
                saved.map(page::text).orElse(""));
    }

    private static List<Entry> identity(Page page, Person person, LocalDate today) {
        String none = page.text("people.nothing");
        return List.of(
                new Entry(page.text("people.sex"), page.text("people.sex." + person.sex())),
                new Entry(
                        page.text("people.bornOn"),
                        person.bornOn()
                                .map(born -> page.text(
                                        "people.born-age",
                                        page.times().date(born),
                                        Integer.toString(born.until(today).getYears())))
                                .orElse(none)),
                new Entry(
                        page.text("people.identityNumber"),
                        person.identityNumber().orElse(none)),
                new Entry(page.text("people.phone"), orNone(person.phone(), none)),
                new Entry(page.text("people.address"), orNone(person.address(), none)),
                new Entry(page.text("people.term"), term(page, person, today)),
                new Entry(page.text("people.organisation"), person.organisationName()),
                new Entry(page.text("people.officer"), person.officerName().orElse(none)),
                new Entry(page.text("people.note"), orNone(person.note(), none)));
    }

    private static String term(Page page, Person person, LocalDate today) {
        if (person.termFrom().isEmpty() && person.termTo().isEmpty()) {
            return page.text("people.nothing");
        }
        String from = person.termFrom().map(page.times()::date).orElse("?");
        String to = person.termTo().map(page.times()::date).orElse("?");
        String term = page.text("people.term.span", from, to);
        if (person.termTo().isEmpty()) {
            return term;
        }
        long days = java.time.temporal.ChronoUnit.DAYS.between(
                today, person.termTo().get());
        return days < 0
                ? page.text("people.term.over", term)
                : page.text("people.term.left", term, Long.toString(days));
    }

    private static String orNone(String value, String none) {
        return value.isEmpty() ? none : value;
    }
}
