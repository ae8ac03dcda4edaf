package org.guitu.web.protectedpersons;

import java.util.Optional;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/** The words of the form that enters or changes a protected person. */
public record ProtectedFormView(Form form, String title, String action, String cancel, Optional<Integer> version) {

    static ProtectedFormView of(Page page, Form form, Optional<ProtectedPerson> person) {
        return new ProtectedFormView(
                form,
                person.map(known -> page.text("protectedpersons.edit.title", known.name()))
                        .orElse(page.text("protectedpersons.new")),
                person.map(known -> "/protected/" + known.id() + "/edit").orElse("/protected/new"),
                person.map(known -> "/protected/" + known.id()).orElse("/protected"),
                person.map(ProtectedPerson::version));
    }
}
