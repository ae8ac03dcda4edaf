package org.guitu.web.orders;

import java.time.Instant;
import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.http.Form;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** The words of the page with all bases of a person. */
public record BasesView(
        long personId,
        String person,
        String notice,
        String tone,
        List<Waiting> waiting,
        List<String> periods,
        List<Row> rows,
        boolean mayGrant,
        Form form,
        String fault) {

    /** One basis, and what can be done with it. */
    public record Row(
            long id,
            String title,
            String term,
            String state,
            String tone,
            String detail,
            String assessment,
            String points,
            String reason,
            String recorded,
            boolean mayRenew,
            boolean mayEnd,
            boolean mayRevoke) {}

    /** One application. */
    public record Waiting(
            String href,
            String title,
            String term,
            String state,
            String tone,
            String ground,
            String applied,
            String decided) {}

    /** What is known of a person's bases. */
    record Known(
            List<Basis> bases,
            List<Application> applications,
            List<PeriodCover> periods,
            boolean collecting,
            int revocableHours) {}

    static BasesView of(Page page, Person person, Known known, Instant now, Form form) {
        boolean edit = page.may(Permission.EDIT_PEOPLE);
        boolean end = edit || page.staff().map(ApplicationService::mayDecide).orElse(false);
        return new BasesView(
                person.id(),
                person.name(),
                BasisWords.collecting(page, person, known.bases(), known.collecting(), now),
                known.collecting() ? "good" : "none",
                known.applications().stream().map(one -> waiting(page, one)).toList(),
                known.periods().stream()
                        .map(period -> BasisWords.period(page, period))
                        .distinct()
                        .toList(),
                known.bases().stream()
                        .map(basis -> row(page, person, basis, now, edit, end, known.revocableHours()))
                        .toList(),
                edit && person.supervised(),
                form,
                form.fault("")
                        .or(() -> form.fault("reason"))
                        .map(fault -> page.text(fault.key(), fault.arguments().toArray()))
                        .orElse(""));
    }

    private static Waiting waiting(Page page, Application application) {
        return new Waiting(
                "/authorisations/" + application.id(),
                ApplicationWords.title(page, application),
                ApplicationWords.term(page, application),
                ApplicationWords.state(page, application),
                ApplicationWords.tone(application),
                page.text("orders.ground." + application.ground()),
                ApplicationWords.applied(page, application),
                ApplicationWords.decided(page, application));
    }

    private static String reason(Page page, Basis basis) {
        return switch (basis.endReason()) {
            case "released", "term" -> page.text("orders.reason." + basis.endReason());
            default -> basis.endReason();
        };
    }

    private static Row row(
            Page page, Person person, Basis basis, Instant now, boolean edit, boolean end, int revocableHours) {
        Basis.State state = basis.state(now);
        boolean open = state == Basis.State.LIVE || state == Basis.State.COMING;
        return new Row(
                basis.id(),
                BasisWords.title(page, basis),
                BasisWords.term(page, basis),
                BasisWords.state(page, basis, person, now),
                BasisWords.tone(basis, person, now),
                BasisWords.detail(page, basis),
                basis.assessment(),
                BasisWords.pointsToday(page, basis, person, now),
                reason(page, basis),
                page.text("orders.recorded", page.times().minute(basis.recordedAt())),
                edit && basis.renewable(now) && person.supervised(),
                end && open,
                end && basis.revocable(now, revocableHours));
    }
}
