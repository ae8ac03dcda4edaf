package org.guitu.web.exchange;

import java.util.ArrayList;
import java.util.List;
import org.guitu.web.people.Panel;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** The box on the person's page: the newest of both boxes. */
final class ExchangePanel {

    private ExchangePanel() {}

    static Panel of(Page page, Person person, List<Notice> notices, List<InboxEntry> messages) {
        List<Panel.Line> lines = new ArrayList<>();
        messages.forEach(entry -> lines.add(line(page, entry)));
        notices.forEach(notice -> lines.add(line(page, notice)));
        long stuck = notices.stream()
                .filter(notice -> notice.state() == NoticeState.REFUSED || notice.state() == NoticeState.WAITING)
                .count();
        return new Panel(
                "exchange",
                page.text("exchange.panel"),
                stuck > 0 ? "warn" : "",
                stuck > 0 ? page.text("exchange.panel.stuck", stuck) : "",
                lines,
                page.text("exchange.panel.empty"),
                List.of(Panel.Action.link(page.text("exchange.panel.all"), "/people/" + person.id() + "/exchange")));
    }

    private static Panel.Line line(Page page, InboxEntry entry) {
        InboxListView.Row row = InboxListView.row(page, entry);
        return new Panel.Line(
                page.text("exchange.panel.from", row.from(), row.kind()),
                row.received() + (row.summary().isEmpty() ? "" : " · " + row.summary()),
                row.href(),
                row.state(),
                row.tone());
    }

    private static Panel.Line line(Page page, Notice notice) {
        OutboxListView.Row row = OutboxListView.row(page, notice);
        return new Panel.Line(
                page.text("exchange.panel.to", row.to(), row.kind()),
                row.created() + (row.summary().isEmpty() ? "" : " · " + row.summary()),
                row.href(),
                row.state(),
                row.tone());
    }
}
