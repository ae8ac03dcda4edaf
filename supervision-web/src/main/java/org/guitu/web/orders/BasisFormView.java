package org.guitu.web.orders;

import java.util.Arrays;
import java.util.List;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/**
 * The words of a form that applies to locate someone or plans a phone.
 *
 * @param shape {@code authorise}, {@code renew} or {@code plan}
 */
public record BasisFormView(
        Form form,
        String shape,
        String title,
        String hint,
        String action,
        String cancel,
        String submit,
        List<Option> grounds) {

    static BasisFormView of(Page page, Form form, Person person, OrderLimits limits, String shape, String action) {
        return new BasisFormView(
                form,
                shape,
                page.text("orders." + shape + ".title", person.name()),
                page.text("orders." + shape + ".hint", limits.authorisation().months()),
                action,
                "/people/" + person.id(),
                page.text(shape.equals("plan") ? "orders.grant" : "orders.apply"),
                Arrays.stream(Ground.values())
                        .flatMap(ground -> limits.source(ground).stream()
                                .map(figure -> new Option(
                                        ground.name(), page.text("orders.ground." + ground) + " · " + figure.source())))
                        .toList());
    }
}
