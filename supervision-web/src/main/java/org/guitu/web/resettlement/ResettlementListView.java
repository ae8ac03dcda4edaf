package org.guitu.web.resettlement;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** The list of people who are helped, or of inmates to be verified and taken in, in words. */
public record ResettlementListView(
        String filter,
        List<Tab> tabs,
        List<Row> rows,
        List<InmateRow> inmates,
        Optional<String> nextHref,
        boolean mayEnter) {

    /** One filter. */
    public record Tab(String href, String label, boolean here) {}

    /** One person. */
    public record Row(
            String href,
            String name,
            String caseNumber,
            String where,
            String released,
            String until,
            String key,
            String helper,
            String lastVisit,
            String state,
            String tone) {}

    /** One inmate. */
    public record InmateRow(
            String href, String name, String source, String expected, String verifyBy, String state, String tone) {}

    /** The filter that lists inmates. */
    static final String VERIFY = "verify";

    /** The filter that lists those who have left corrections and whom nobody has taken over. */
    static final String TAKE_OVER = "take-over";

    static ResettlementListView ofEnded(Page page, List<Person> ended) {
        return new ResettlementListView(
                TAKE_OVER,
                tabs(page, TAKE_OVER),
                ended.stream()
                        .map(person -> new Row(
                                "/people/" + person.id() + "/resettlement",
                                person.name(),
                                person.caseNumber(),
                                person.organisationName(),
                                person.termTo().map(page.times()::date).orElse(""),
                                "",
                                "",
                                "",
                                "",
                                page.text("resettlement.state.ENDED"),
                                "serious"))
                        .toList(),
                List.of(),
                Optional.empty(),
                page.may(Permission.EDIT_PEOPLE));
    }

    static ResettlementListView of(
            Page page,
            String filter,
            List<ResettlementList.Row> found,
            List<Inmate> inmates,
            LocalDate today,
            int shown,
            int offset) {
        return new ResettlementListView(
                filter,
                tabs(page, filter),
                found.stream().limit(shown).map(row -> row(page, row)).toList(),
                inmates.stream().map(inmate -> inmate(page, inmate, today)).toList(),
                found.size() > shown
                        ? Optional.of("/resettlement?filter=" + filter + "&offset=" + (offset + shown))
                        : Optional.empty(),
                page.may(Permission.EDIT_PEOPLE));
    }

    private static List<Tab> tabs(Page page, String filter) {
        List<String> names = new java.util.ArrayList<>(Arrays.stream(ResettlementList.Filter.values())
                .map(name -> name.name().toLowerCase(Locale.ROOT))
                .toList());
        names.add(1, VERIFY);
        names.add(2, TAKE_OVER);
        return names.stream()
                .map(name -> new Tab(
                        "/resettlement?filter=" + name, page.text("resettlement.filter." + name), name.equals(filter)))
                .toList();
    }

    private static Row row(Page page, ResettlementList.Row row) {
        String state = !row.ours() ? "LISTED" : row.coming() ? "COMING" : row.visitLate() ? "VISIT" : "HELPED";
        return new Row(
                row.ours() ? "/people/" + row.personId() + "/resettlement" : "",
                row.name(),
                row.caseNumber(),
                row.organisation(),
                page.times().date(row.releasedOn()),
                page.times().date(row.untilOn()),
                row.key() ? page.text("resettlement.key") : "",
                row.helper().isEmpty() ? page.text("resettlement.unpaired") : row.helper(),
                row.lastVisit().map(page.times()::date).orElse(page.text("resettlement.no-visit")),
                page.text("resettlement.state." + state),
                switch (state) {
                    case "COMING" -> "info";
                    case "VISIT" -> "critical";
                    case "LISTED" -> "neutral";
                    default -> "good";
                });
    }

    private static InmateRow inmate(Page page, Inmate inmate, LocalDate today) {
        boolean overdue = inmate.overdue(today);
        return new InmateRow(
                "/resettlement/inmates/" + inmate.id(),
                inmate.name(),
                inmate.source(),
                page.times().date(inmate.expectedOn()),
                inmate.state() == Inmate.State.RECEIVED
                        ? page.times().date(inmate.verifyBy())
                        : page.text("resettlement.inmate.to-take-in"),
                overdue ? page.text("resettlement.inmate.overdue") : ResettlementWords.inmate(page, inmate.state()),
                ResettlementWords.tone(inmate, overdue));
    }
}
