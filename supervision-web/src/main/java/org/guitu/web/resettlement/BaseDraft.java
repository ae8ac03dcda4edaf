package org.guitu.web.resettlement;

import org.guitu.web.form.Fields;
import org.guitu.web.http.Form;

/** A base read from its form. */
record BaseDraft(String name, Base.Kind kind, int capacity, String address, String contact) {

    static BaseDraft read(Form form, Fields fields) {
        return new BaseDraft(
                fields.text("name", form.text("name"), 100),
                fields.choice("kind", form.text("kind"), Base.Kind.class),
                fields.integer("capacity", form.text("capacity"), 1, 10_000),
                fields.optionalText("address", form.text("address"), 200),
                fields.optionalText("contact", form.text("contact"), 100));
    }
}
