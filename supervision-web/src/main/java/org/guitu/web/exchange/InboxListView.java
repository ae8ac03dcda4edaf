package org.guitu.web.exchange;

import java.util.List;
import java.util.Optional;
import org.guitu.web.ui.Page;

/**
 * The inbox in words.
 *
 * @param open whether only what is not acted upon is listed
 * @param wire whether this program exchanges messages by wire at all
 */
public record InboxListView(List<Row> rows, boolean open, boolean wire, Optional<String> nextHref) {

    /** One message. */
    public record Row(
            String href,
            String kind,
            String from,
            String person,
            String personHref,
            String summary,
            String received,
            String state,
            String tone) {}

    static InboxListView of(Page page, List<InboxEntry> entries, boolean open, boolean wire, int shown) {
        return new InboxListView(
                entries.stream().limit(shown).map(entry -> row(page, entry)).toList(),
                open,
                wire,
                entries.size() > shown
                        ? Optional.of((open ? "/exchange?" : "/exchange?all=on&") + "before="
                                + entries.get(shown - 1).id())
                        : Optional.empty());
    }

    static Row row(Page page, InboxEntry entry) {
        return new Row(
                "/exchange/inbox/" + entry.id(),
                ExchangeWords.kind(page, entry.kind()),
                entry.partnerName(),
                entry.personId().isPresent()
                        ? entry.personName()
                        : entry.about().name(),
                entry.personId().map(id -> "/people/" + id).orElse(""),
                ExchangeWords.summary(page, entry.body()),
                page.times().minute(entry.receivedAt()),
                page.text("exchange.inbox.state." + entry.state()),
                ExchangeWords.tone(entry));
    }
}
