package org.guitu.web.exchange;

import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** What was exchanged about one person, and the form of a letter. */
public record PersonExchangeView(
        long personId,
        String person,
        List<OutboxListView.Row> out,
        List<InboxListView.Row> in,
        boolean mayWrite,
        List<Option> recipients,
        Form form) {

    static PersonExchangeView of(Page page, Person person, List<Notice> notices, List<InboxEntry> messages, Form form) {
        return new PersonExchangeView(
                person.id(),
                person.name(),
                notices.stream().map(notice -> OutboxListView.row(page, notice)).toList(),
                messages.stream().map(entry -> InboxListView.row(page, entry)).toList(),
                page.may(Permission.DECIDE),
                Option.of(PartnerKind.class, "exchange.partner", page),
                form);
    }
}
