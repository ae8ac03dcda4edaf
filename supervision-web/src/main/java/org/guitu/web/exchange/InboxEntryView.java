package org.guitu.web.exchange;

import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/**
 * One message of the inbox in words.
 *
 * @param history who read it and what was done
 * @param proof its number, digest and whose signature was found
 * @param enterHref where the person it brings is entered, {@code ""} for nobody
 */
public record InboxEntryView(
        long id,
        String title,
        String state,
        String tone,
        List<ExchangeWords.Entry> says,
        List<String> history,
        List<ExchangeWords.Entry> proof,
        String person,
        String personHref,
        String enterHref,
        boolean mayRead,
        boolean mayAct,
        boolean mayLink,
        Form form) {

    static InboxEntryView of(Page page, InboxEntry entry, Form form) {
        boolean acts = page.may(Permission.DECIDE);
        return new InboxEntryView(
                entry.id(),
                page.text("exchange.inbox.title", ExchangeWords.kind(page, entry.kind()), entry.partnerName()),
                page.text("exchange.inbox.state." + entry.state()),
                ExchangeWords.tone(entry),
                ExchangeWords.entries(page, entry.about(), entry.body()),
                history(page, entry),
                proof(page, entry),
                entry.personName(),
                entry.personId().map(id -> "/people/" + id).orElse(""),
                page.may(Permission.EDIT_PEOPLE) ? enterHref(entry) : "",
                acts && entry.state() == InboxEntry.State.NEW,
                acts && entry.state() != InboxEntry.State.ACTED,
                acts,
                form);
    }

    private static String enterHref(InboxEntry entry) {
        if (entry.kind().bringsPerson() && entry.personId().isEmpty()) {
            return "/people/new?from=exchange:" + entry.id();
        }
        return entry.kind() == NoticeKind.INMATE_INFORMATION && entry.state() != InboxEntry.State.ACTED
                ? "/resettlement/inmates/new?message=" + entry.id()
                : "";
    }

    private static List<String> history(Page page, InboxEntry entry) {
        List<String> lines = new java.util.ArrayList<>();
        lines.add(page.text("exchange.inbox.came", page.times().minute(entry.receivedAt())));
        entry.readAt()
                .ifPresent(at -> lines.add(
                        page.text("exchange.inbox.read-by", page.times().minute(at), entry.readBy())));
        entry.actedAt()
                .ifPresent(at -> lines.add(
                        entry.act().isEmpty()
                                ? page.text(
                                        "exchange.inbox.taken-by", page.times().minute(at), entry.actedBy())
                                : page.text(
                                        "exchange.inbox.acted-by",
                                        page.times().minute(at),
                                        entry.actedBy(),
                                        entry.act())));
        return lines;
    }

    private static List<ExchangeWords.Entry> proof(Page page, InboxEntry entry) {
        return List.of(
                new ExchangeWords.Entry(
                        page.text("exchange.proof.id"), entry.messageId().toString()),
                new ExchangeWords.Entry(page.text("exchange.proof.sequence"), Long.toString(entry.sequence())),
                new ExchangeWords.Entry(
                        page.text("exchange.proof.createdAt"), page.times().second(entry.createdAt())),
                new ExchangeWords.Entry(page.text("exchange.proof.digest"), entry.digest()),
                new ExchangeWords.Entry(
                        page.text("exchange.proof.signature"),
                        page.text("exchange.proof.signed", entry.partnerName())));
    }
}
