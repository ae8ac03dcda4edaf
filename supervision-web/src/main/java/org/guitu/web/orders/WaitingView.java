package org.guitu.web.orders;

import java.util.List;
import org.guitu.web.ui.Page;

/** The words of the list of what waits for the head of the county department. */
public record WaitingView(String lead, List<Row> rows) {

    /** One application. */
    public record Row(
            String href,
            String person,
            String organisation,
            String title,
            String ground,
            String term,
            String applied) {}

    static WaitingView of(Page page, List<Application> waiting, long count) {
        return new WaitingView(
                page.text("orders.waiting.lead", count),
                waiting.stream().map(one -> row(page, one)).toList());
    }

    private static Row row(Page page, Application application) {
        return new Row(
                "/authorisations/" + application.id(),
                application.personName() + " · " + application.caseNumber(),
                application.organisationName(),
                ApplicationWords.title(page, application),
                page.text("orders.ground." + application.ground()),
                ApplicationWords.term(page, application),
                ApplicationWords.applied(page, application));
    }
}
