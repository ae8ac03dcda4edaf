package org.guitu.web.people;

import java.time.Instant;
import org.guitu.web.access.Staff;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.form.Fields;
import org.jdbi.v3.core.Handle;

/** What an edit may change of category and class, and what the timeline says of it. */
final class PersonChanges {

    private PersonChanges() {}

    /** Why the category is another; a problem where it may not be by an edit. {@code ""} where it is the same. */
    static String categoryReason(Person before, PersonDraft after, PersonForm form, Fields fields) {
        if (fields.has("category") || before.category() == after.category()) {
            return "";
        }
        if (before.category().supervised() != after.category().supervised()) {
            fields.problem(
                    "category",
                    before.category().supervised() ? "people.error.category-end" : "people.error.category-begin");
            return "";
        }
        return fields.text("categoryReason", form.categoryReason(), 300);
    }

    /** Puts what matters of the change on the timeline. */
    static void log(
            Handle handle,
            Staff staff,
            Person before,
            PersonDraft after,
            String categoryReason,
            Instant now,
            CaseLog log) {
        if (before.category() != after.category()) {
            log.record(
                    handle,
                    staff.id(),
                    before.id(),
                    now,
                    CaseEntry.of("people.log.category-changed")
                            .word("people.category." + before.category())
                            .word("people.category." + after.category())
                            .text(categoryReason));
        }
        if (before.supervisionClass() != after.supervisionClass()) {
            log.record(
                    handle,
                    staff.id(),
                    before.id(),
                    now,
                    CaseEntry.of("people.log.class").word("people.class." + after.supervisionClass()));
        }
    }
}
