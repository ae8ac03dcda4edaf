package org.guitu.web.orders;

import java.util.ArrayList;
import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/**
 * The words of one application's page.
 *
 * @param form of the act that was refused, filled as it was sent
 * @param mayDecide whether the reader may approve or refuse it
 * @param waits what is said to those who may not, while it waits
 */
public record ApplicationView(
        long id,
        long personId,
        String person,
        String title,
        String state,
        String tone,
        List<Entry> facts,
        String evidence,
        String evidenceLink,
        String assessment,
        String reason,
        Form form,
        boolean mayDecide,
        boolean mayWithdraw,
        String waits) {

    /** One fact. */
    public record Entry(String label, String value) {}

    static ApplicationView of(Page page, Application application, Form form) {
        boolean open = application.state() == Application.State.PROPOSED;
        boolean decides =
                open && page.staff().map(ApplicationService::mayDecide).orElse(false);
        return new ApplicationView(
                application.id(),
                application.personId(),
                application.personName(),
                ApplicationWords.title(page, application),
                ApplicationWords.state(page, application),
                ApplicationWords.tone(application),
                facts(page, application),
                application.evidence(),
                application.evidenceLink(),
                application.assessment(),
                ApplicationWords.reason(page, application),
                form,
                decides,
                open && page.may(Permission.EDIT_PEOPLE),
                open && !decides ? page.text("orders.waits") : "");
    }

    private static List<Entry> facts(Page page, Application application) {
        List<Entry> facts = new ArrayList<>();
        facts.add(new Entry(page.text("orders.person"), application.personName() + " · " + application.caseNumber()));
        facts.add(new Entry(page.text("orders.organisation"), application.organisationName()));
        facts.add(new Entry(page.text("orders.ground"), page.text("orders.ground." + application.ground())));
        facts.add(new Entry(page.text("orders.term.label"), ApplicationWords.term(page, application)));
        facts.add(new Entry(page.text("orders.applicant"), ApplicationWords.applied(page, application)));
        String decided = ApplicationWords.decided(page, application);
        if (!decided.isEmpty()) {
            facts.add(new Entry(page.text("orders.decision"), decided));
        }
        return facts;
    }
}
