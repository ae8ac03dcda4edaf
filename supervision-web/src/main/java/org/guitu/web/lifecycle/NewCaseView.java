package org.guitu.web.lifecycle;

import java.util.List;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.people.Category;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** The form of a new case in words. */
public record NewCaseView(
        long personId, String title, String back, List<Option> categories, List<Option> states, Form form) {

    static NewCaseView of(Page page, Person person, Form form) {
        return new NewCaseView(
                person.id(),
                page.text("lifecycle.new-case.of", person.name()),
                "/people/" + person.id() + (person.state().isPresent() ? "/case" : ""),
                Option.of(Category.class, "people.category", page).stream()
                        .filter(option -> Category.valueOf(option.value()).supervised())
                        .toList(),
                NewCaseService.BEGINNINGS.stream()
                        .map(state -> new Option(state.name(), page.text("people.state." + state)))
                        .toList(),
                form);
    }
}
