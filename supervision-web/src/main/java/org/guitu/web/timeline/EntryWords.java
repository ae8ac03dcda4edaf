package org.guitu.web.timeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.ui.Page;

/** What an entry says, in the reader's language and time. Pure. */
final class EntryWords {

    private EntryWords() {}

    static String of(Page page, CaseEntry entry) {
        return page.text(
                entry.kind(),
                entry.arguments().stream()
                        .map(argument -> worded(page, argument))
                        .toArray());
    }

    private static String worded(Page page, CaseEntry.Argument argument) {
        try {
            return switch (argument.type()) {
                case TEXT -> argument.value();
                case DAY -> page.times().date(LocalDate.parse(argument.value()));
                case INSTANT -> page.times().minute(Instant.parse(argument.value()));
                case WORD -> page.text(argument.value());
            };
        } catch (DateTimeException unreadable) {
            return argument.value();
        }
    }
}
