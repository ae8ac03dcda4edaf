package org.guitu.web.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/** The words of the list of people. */
public record PeopleListView(
        Form query,
        List<Option> categories,
        List<Option> classes,
        List<Option> states,
        List<Row> rows,
        Optional<String> nextHref,
        boolean searched,
        String exportHref) {

    private static final List<String> FILTERS = List.of("q", "category", "class", "state");

    /**
     * One line.
     *
     * @param basisTone {@code good} while something may be collected, else {@code none}
     */
    public record Row(
            String href,
            String name,
            String latinName,
            String caseNumber,
            String identityNumber,
            String category,
            String supervisionClass,
            String classTone,
            String state,
            String stateTone,
            boolean minor,
            String responsible,
            String devices,
            String lastSeen,
            String basis,
            String basisTone) {}

    static PeopleListView of(Page page, Form query, Found found, Instant now) {
        return new PeopleListView(
                query,
                Option.of(Category.class, "people.category", page),
                Option.of(SupervisionClass.class, "people.class", page),
                Option.of(CaseState.class, "people.state", page),
                found.people().stream().map(row -> row(page, row)).toList(),
                found.next().map(cursor -> nextHref(query, cursor)),
                FILTERS.stream().anyMatch(filter -> !query.text(filter).isEmpty()),
                href("/roster/export?", query));
    }

    private static Row row(Page page, Found.Row row) {
        return new Row(
                "/people/" + row.id(),
                row.name(),
                row.latinName(),
                row.caseNumber(),
                row.maskedIdentityNumber().orElse(""),
                page.text("people.category." + row.category()),
                row.category().supervised() ? page.text("people.class." + row.supervisionClass()) : "",
                row.supervisionClass() == SupervisionClass.STRICT ? "serious" : "neutral",
                row.state().map(state -> page.text("people.state." + state)).orElse(""),
                row.state().map(CaseState::tone).orElse(""),
                row.minor(),
                row.officerName()
                        .map(name -> row.organisationName() + " · " + name)
                        .orElse(row.organisationName()),
                String.join(page.text("ui.list.separator"), row.devices()),
                row.lastSeenAt().map(page.times()::minute).orElse(""),
                row.basisUntil()
                        .map(until ->
                                page.text("people.basis.until", page.times().date(until.minusSeconds(1))))
                        .orElse(page.text("people.basis.none")),
                row.basisUntil().isPresent() ? "good" : "none");
    }

    private static String nextHref(Form query, String cursor) {
        return href("/people?after=" + cursor + "&", query);
    }

    /** The address with the filters of the list. */
    private static String href(String address, Form query) {
        return address
                + FILTERS.stream()
                        .filter(name -> !query.text(name).isEmpty())
                        .map(name -> name + "=" + URLEncoder.encode(query.text(name), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
