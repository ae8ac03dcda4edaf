package org.guitu.web.protectedpersons;

import java.util.List;
import java.util.Optional;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Difference;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/** The words of the form that enters or changes a protected person. */
public record ProtectedFormView(
        Form form,
        String title,
        String action,
        String cancel,
        Optional<Integer> version,
        List<Difference> differences) {

    /** @param overtaken whether someone else has saved meanwhile: what differs is shown */
    static ProtectedFormView of(Page page, Form form, Optional<ProtectedPerson> person, boolean overtaken) {
        return new ProtectedFormView(
                form,
                person.map(known -> page.text("protectedpersons.edit.title", known.name()))
                        .orElse(page.text("protectedpersons.new")),
                person.map(known -> "/protected/" + known.id() + "/edit").orElse("/protected/new"),
                person.map(known -> "/protected/" + known.id()).orElse("/protected"),
                person.map(ProtectedPerson::version),
                person.filter(known -> overtaken)
                        .map(known -> Difference.between(
                                Answers.filled(ProtectedForm.of(known)),
                                form,
                                List.of("name", "phone", "note"),
                                field -> page.text("protectedpersons." + field),
                                (field, value) -> value))
                        .orElse(List.of()));
    }
}
