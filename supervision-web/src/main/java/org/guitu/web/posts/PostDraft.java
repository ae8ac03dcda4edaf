package org.guitu.web.posts;

import java.time.LocalDate;
import java.util.Optional;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.OrganisationStore;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Fields;
import org.jdbi.v3.core.Handle;

/** A post that was read from a form and may be recorded. */
public record PostDraft(long organisationId, String title, PostKind kind, LocalDate first, Optional<LocalDate> last) {

    /** Reads a whole form; what is wrong is gathered in {@code fields}. */
    public static PostDraft read(Handle handle, Staff actor, PostForm form, Fields fields) {
        Optional<Organisation> place = form.organisation().matches("\\d{1,18}")
                ? new OrganisationStore().find(handle, actor.scope(), Long.parseLong(form.organisation()))
                : Optional.empty();
        if (place.isEmpty()) {
            fields.problem("organisation", "posts.error.organisation");
        }
        String title = fields.text("title", form.title(), 40);
        PostKind kind = fields.choice("kind", form.kind(), PostKind.class);
        LocalDate first = fields.date("first", form.first());
        Optional<LocalDate> last = fields.optionalDate("last", form.last());
        if (last.isPresent() && last.get().isBefore(first) && !fields.has("first")) {
            fields.problem("last", "posts.error.reversed");
        }
        return new PostDraft(place.map(Organisation::id).orElse(0L), title, kind, first, last);
    }
}
