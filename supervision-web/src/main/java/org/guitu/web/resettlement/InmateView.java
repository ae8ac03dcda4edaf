package org.guitu.web.resettlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/**
 * One inmate in words.
 *
 * @param takeInHref where the person is entered, {@code ""} while it may not be
 */
public record InmateView(
        long id,
        String name,
        String state,
        String tone,
        List<Entry> entries,
        String finding,
        String personHref,
        String takeInHref,
        boolean mayVerify,
        List<Option> states,
        Form form) {

    /** One thing that was told. */
    public record Entry(String label, String value) {}

    static InmateView of(Page page, Inmate inmate, LocalDate today, Form form) {
        boolean edit = page.may(Permission.EDIT_PEOPLE);
        boolean taken = inmate.personId().isPresent();
        return new InmateView(
                inmate.id(),
                inmate.name(),
                ResettlementWords.inmate(page, inmate.state()),
                ResettlementWords.tone(inmate, inmate.overdue(today)),
                entries(page, inmate),
                inmate.verifiedOn()
                        .map(on -> page.text(
                                "resettlement.inmate.found",
                                page.times().date(on),
                                inmate.verifiedBy(),
                                inmate.finding()))
                        .orElse(""),
                inmate.personId().map(id -> "/people/" + id + "/resettlement").orElse(""),
                edit && !taken && inmate.state() == Inmate.State.VERIFIED
                        ? "/people/new?from=inmate:" + inmate.id()
                        : "",
                edit && !taken,
                Option.of(Inmate.State.class, "resettlement.inmate.state", page).stream()
                        .filter(option -> !option.value().equals(Inmate.State.RECEIVED.name()))
                        .toList(),
                form);
    }

    private static List<Entry> entries(Page page, Inmate inmate) {
        List<Entry> entries = new ArrayList<>();
        add(page, entries, "source", inmate.source());
        add(page, entries, "sex", page.text("people.sex." + inmate.sex()));
        add(page, entries, "bornOn", inmate.bornOn().map(page.times()::date).orElse(""));
        add(page, entries, "identityNumber", inmate.identityNumber().orElse(""));
        add(page, entries, "address", inmate.address());
        add(page, entries, "expectedOn", page.times().date(inmate.expectedOn()));
        add(page, entries, "keyReasons", ResettlementWords.reasons(page, inmate.keyReasons()));
        add(page, entries, "organisation", inmate.organisationName());
        add(page, entries, "receivedOn", page.times().date(inmate.receivedOn()));
        add(page, entries, "verifyBy", page.times().date(inmate.verifyBy()));
        add(page, entries, "note", inmate.note());
        return entries;
    }

    private static void add(Page page, List<Entry> entries, String name, String value) {
        if (!value.isEmpty()) {
            entries.add(new Entry(page.text("resettlement.inmate." + name), value));
        }
    }
}
