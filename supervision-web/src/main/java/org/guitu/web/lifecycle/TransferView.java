package org.guitu.web.lifecycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.papers.PaperKind;
import org.guitu.web.papers.PaperLink;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** The page of changes of place in words. */
public record TransferView(
        long personId,
        String person,
        List<Row> rows,
        boolean mayApply,
        List<Option> destinations,
        List<Option> acts,
        String version,
        boolean asksYesOrNo,
        boolean endsHere,
        List<PaperLink> papers,
        Form form) {

    /** One application with what has been done about it. */
    public record Row(String title, String state, String tone, String reason, List<String> history) {}

    static TransferView of(Page page, Person person, List<Transfer> all, List<Organisation> destinations, Form form) {
        Optional<Transfer> open = all.stream().filter(one -> !one.over()).findFirst();
        boolean edit = page.may(Permission.EDIT_PEOPLE);
        List<Transfer.Act> next =
                open.filter(one -> person.supervised()).map(Transfer::next).orElse(List.of());
        return new TransferView(
                person.id(),
                person.name(),
                all.stream().map(one -> row(page, one)).toList(),
                edit
                        && open.isEmpty()
                        && person.state().filter(CaseState.ACTIVE::equals).isPresent(),
                destinations.stream()
                        .map(place -> new Option(Long.toString(place.id()), place.name()))
                        .toList(),
                edit
                        ? next.stream()
                                .map(act -> new Option(act.name(), page.text("lifecycle.act." + act)))
                                .toList()
                        : List.of(),
                open.map(one -> Integer.toString(one.version())).orElse(""),
                next.stream().anyMatch(Transfer.Act::answersYesOrNo),
                next.contains(Transfer.Act.ARRIVE)
                        && open.filter(one -> one.toOrganisationId().isEmpty()).isPresent(),
                all.stream().anyMatch(one -> one.refused() || one.approved().isPresent())
                        ? PaperLink.of(page, person, PaperKind.RESIDENCE_CHANGE)
                        : List.of(),
                form);
    }

    private static Row row(Page page, Transfer one) {
        List<String> history = new ArrayList<>();
        add(page, history, "lifecycle.act.ASK", one.askedOn(), Optional.empty());
        add(page, history, "lifecycle.act.ANSWER", one.answeredOn(), one.agreed());
        add(page, history, "lifecycle.act.DECIDE", one.decidedOn(), one.approved());
        add(page, history, "lifecycle.act.TELL", one.toldOn(), Optional.empty());
        add(page, history, "lifecycle.act.SEND_FILES", one.filesSentOn(), Optional.empty());
        add(page, history, "lifecycle.act.RECEIVE_FILES", one.filesReceivedOn(), Optional.empty());
        add(page, history, "lifecycle.act.ARRIVE", one.arrivedOn(), Optional.empty());
        add(page, history, "lifecycle.act.WITHDRAW", one.withdrawnOn(), Optional.empty());
        String state =
                one.arrivedOn().isPresent() ? "ARRIVED" : one.refused() ? "REFUSED" : one.over() ? "WITHDRAWN" : "OPEN";
        return new Row(
                page.text("lifecycle.transfer.row", one.toPlace(), page.times().date(one.appliedOn())),
                page.text("lifecycle.transfer." + state),
                one.over() ? "none" : "info",
                one.reason(),
                history);
    }

    private static void add(
            Page page, List<String> history, String key, Optional<LocalDate> on, Optional<Boolean> yes) {
        on.ifPresent(day -> history.add(page.text(
                "lifecycle.transfer.entry",
                page.times().date(day),
                page.text(key),
                yes.map(answer -> page.text(answer ? "lifecycle.yes" : "lifecycle.no"))
                        .orElse(""))));
    }
}
