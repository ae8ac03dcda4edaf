package org.guitu.web.exchange;

import java.util.ArrayList;
import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/**
 * One notice of the outbox in words; printed, it is the notice on paper.
 *
 * @param partners to choose from while none is chosen
 */
public record NoticeView(
        long id,
        String title,
        String to,
        String from,
        String person,
        String personHref,
        String state,
        String tone,
        String error,
        List<ExchangeWords.Entry> says,
        List<String> history,
        String receipt,
        List<Option> partners,
        boolean mayChoose,
        boolean mayRepeat,
        boolean mayHand,
        Form form) {

    static NoticeView of(Page page, Notice notice, List<Partner> partners, Form form) {
        boolean acts = page.may(Permission.DECIDE);
        boolean waiting = notice.state() == NoticeState.WAITING;
        return new NoticeView(
                notice.id(),
                ExchangeWords.kind(page, notice.kind()),
                ExchangeWords.partner(page, notice.recipient(), notice.partnerName()),
                notice.organisationName(),
                notice.about().name(),
                "/people/" + notice.personId(),
                page.text("exchange.outbox.state." + notice.state()),
                ExchangeWords.tone(notice.state(), notice.lastError()),
                ExchangeWords.error(page, notice.lastError()),
                ExchangeWords.entries(page, notice.about(), notice.body()),
                history(page, notice),
                notice.receipt(),
                partners.stream()
                        .map(partner -> new Option(Long.toString(partner.id()), partner.name()))
                        .toList(),
                acts && waiting && !partners.isEmpty(),
                acts && notice.state() == NoticeState.REFUSED,
                acts && notice.open(),
                form);
    }

    private static List<String> history(Page page, Notice notice) {
        List<String> lines = new ArrayList<>();
        String at = page.times().minute(notice.createdAt());
        lines.add(
                notice.createdBy().isEmpty()
                        ? page.text("exchange.outbox.made", at)
                        : page.text("exchange.outbox.made-by", at, notice.createdBy()));
        if (notice.state() == NoticeState.WAITING) {
            lines.add(page.text("exchange.outbox.waits"));
        }
        if (notice.attempts() > 0) {
            lines.add(page.text("exchange.outbox.attempts", notice.attempts()));
        }
        if (notice.state() == NoticeState.QUEUED) {
            notice.nextAttemptAt()
                    .ifPresent(next -> lines.add(
                            page.text("exchange.outbox.next", page.times().second(next))));
        }
        notice.deliveredAt()
                .ifPresent(delivered -> lines.add(
                        page.text("exchange.outbox.delivered", page.times().second(delivered))));
        notice.sentOn()
                .ifPresent(day -> lines.add(
                        page.text("exchange.outbox.handed", page.times().date(day), notice.sentHow())));
        return lines;
    }
}
