package org.guitu.web.places;

import java.util.List;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.people.Person;
import org.guitu.web.tracks.Purpose;
import org.guitu.web.ui.Page;

/**
 * The words of the form that asks why someone's usual places are wanted.
 *
 * @param supervised whether there can be any: released people are not tracked
 */
public record HabitsAskView(
        Form form, String person, String action, String cancel, List<Option> purposes, boolean supervised) {

    static HabitsAskView of(Page page, Form form, Person person) {
        return new HabitsAskView(
                form,
                person.name(),
                "/people/" + person.id() + "/places",
                "/people/" + person.id(),
                Option.of(Purpose.class, "tracks.purpose", page),
                person.supervised());
    }
}
