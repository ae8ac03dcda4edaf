package org.guitu.web.orders;

import java.util.List;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/**
 * The words of a form that grants a basis.
 *
 * @param shape {@code authorise}, {@code renew} or {@code plan}
 */
public record BasisFormView(
        Form form, String shape, String title, String hint, String action, String cancel, List<Option> grounds) {

    static BasisFormView of(Page page, Form form, Person person, String shape, String action) {
        return new BasisFormView(
                form,
                shape,
                page.text("orders." + shape + ".title", person.name()),
                page.text("orders." + shape + ".hint"),
                action,
                "/people/" + person.id(),
                Option.of(Ground.class, "orders.ground", page));
    }
}
