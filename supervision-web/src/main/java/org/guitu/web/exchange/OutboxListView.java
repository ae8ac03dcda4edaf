package org.guitu.web.exchange;

import java.util.List;
import java.util.Optional;
import org.guitu.web.ui.Page;

/**
 * The outbox in words.
 *
 * @param open whether only what has not reached its recipient is listed
 */
public record OutboxListView(List<Row> rows, boolean open, boolean wire, Optional<String> nextHref) {

    /** One notice. */
    public record Row(
            String href,
            String kind,
            String to,
            String person,
            String personHref,
            String summary,
            String created,
            String state,
            String tone,
            String error) {}

    static OutboxListView of(Page page, List<Notice> notices, boolean open, boolean wire, int shown) {
        return new OutboxListView(
                notices.stream().limit(shown).map(notice -> row(page, notice)).toList(),
                open,
                wire,
                notices.size() > shown && !open
                        ? Optional.of("/exchange/outbox?all=on&before="
                                + notices.get(shown - 1).id())
                        : Optional.empty());
    }

    static Row row(Page page, Notice notice) {
        return new Row(
                "/exchange/outbox/" + notice.id(),
                ExchangeWords.kind(page, notice.kind()),
                ExchangeWords.partner(page, notice.recipient(), notice.partnerName()),
                notice.about().name(),
                "/people/" + notice.personId(),
                ExchangeWords.summary(page, notice.body()),
                page.times().minute(notice.createdAt()),
                page.text("exchange.outbox.state." + notice.state()),
                ExchangeWords.tone(notice.state(), notice.lastError()),
                ExchangeWords.error(page, notice.lastError()));
    }
}
