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
            String reason,
            String recorded,
            boolean mayRenew,
            boolean mayEnd,
            boolean mayRevoke) {}

    static BasesView of(Page page, Person person, List<Basis> bases, boolean collecting, Instant now, Form form) {
        boolean edit = page.may(Permission.EDIT_PEOPLE);
        return new BasesView(
                person.id(),
                person.name(),
                BasisWords.collecting(page, person, bases, collecting, now),
                collecting ? "good" : "none",
                bases.stream().map(basis -> row(page, person, basis, now, edit)).toList(),
                edit && person.supervised(),
                form,
                form.fault("")
                        .or(() -> form.fault("reason"))
                        .map(fault -> page.text(fault.key(), fault.arguments().toArray()))
                        .orElse(""));
    }

    private static Row row(Page page, Person person, Basis basis, Instant now, boolean edit) {
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
                basis.endReason().equals("released") ? page.text("orders.reason.released") : basis.endReason(),
                page.text("orders.recorded", page.times().minute(basis.recordedAt())),
                edit
                        && open
                        && basis.kind() == BasisKind.AUTHORISATION
                        && basis.endedAt().isEmpty()
                        && person.supervised(),
                edit && open,
                edit && basis.revocable(now));
    }
}
