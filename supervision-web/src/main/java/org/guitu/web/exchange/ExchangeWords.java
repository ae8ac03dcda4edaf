package org.guitu.web.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.web.ui.Page;

/** What both boxes show of a message, in words. */
public final class ExchangeWords {

    /** One thing a message says. */
    public record Entry(String label, String value) {}

    private ExchangeWords() {}

    static String kind(Page page, NoticeKind kind) {
        return page.text("exchange.kind." + kind);
    }

    static String partner(Page page, PartnerKind kind, String name) {
        return name.isEmpty() ? page.text("exchange.partner." + kind) : name;
    }

    /** In a line: when, by which document, why or what. */
    static String summary(Page page, NoticeBody body) {
        List<String> parts = new ArrayList<>();
        body.day().map(page.times()::date).ifPresent(parts::add);
        body.documentNumber().ifPresent(parts::add);
        body.reason().or(body::place).or(body::text).map(ExchangeWords::brief).ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    /** Whom it is about and everything it says. */
    static List<Entry> entries(Page page, About about, NoticeBody body) {
        List<Entry> entries = new ArrayList<>();
        add(page, entries, "name", Optional.of(about.name()));
        add(page, entries, "caseNumber", Optional.of(about.caseNumber()));
        add(page, entries, "identityNumber", about.identityNumber());
        add(page, entries, "day", date(page, body.day()));
        add(page, entries, "until", date(page, body.until()));
        add(page, entries, "documentNumber", body.documentNumber());
        add(page, entries, "reason", body.reason());
        add(page, entries, "place", body.place());
        add(page, entries, "text", body.text());
        body.person().ifPresent(person -> person(page, entries, person));
        return entries;
    }

    /** What a stored error says: a key of ours and perhaps the other side's words. */
    static String error(Page page, String stored) {
        if (stored.isEmpty()) {
            return "";
        }
        int line = stored.indexOf('\n');
        return line < 0 ? page.text(stored, "") : page.text(stored.substring(0, line), stored.substring(line + 1));
    }

    static String tone(NoticeState state, String error) {
        return switch (state) {
            case WAITING -> "serious";
            case QUEUED -> error.isEmpty() ? "info" : "serious";
            case REFUSED -> "critical";
            case DELIVERED, BY_HAND -> "good";
            case WITHDRAWN -> "none";
        };
    }

    static String tone(InboxEntry entry) {
        return switch (entry.state()) {
            case NEW -> entry.kind().wantsAnswer() ? "critical" : "serious";
            case READ -> "info";
            case ACTED -> "good";
        };
    }

    private static void person(Page page, List<Entry> entries, PersonFacts person) {
        add(page, entries, "sex", person.sex().map(sex -> page.text("people.sex." + sex)));
        add(page, entries, "bornOn", date(page, person.bornOn()));
        add(page, entries, "phone", person.phone());
        add(page, entries, "address", person.address());
        add(page, entries, "category", person.category().map(category -> page.text("people.category." + category)));
        add(page, entries, "termFrom", date(page, person.termFrom()));
        add(page, entries, "termTo", date(page, person.termTo()));
    }

    private static Optional<String> date(Page page, Optional<LocalDate> day) {
        return day.map(page.times()::date);
    }

    private static void add(Page page, List<Entry> entries, String name, Optional<String> value) {
        value.ifPresent(text -> entries.add(new Entry(page.text("exchange.says." + name), text)));
    }

    private static String brief(String text) {
        return text.codePointCount(0, text.length()) <= 40
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
    }
}
