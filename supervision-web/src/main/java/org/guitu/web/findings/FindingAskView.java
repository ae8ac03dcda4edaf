package org.guitu.web.findings;

import java.util.List;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.people.Person;
import org.guitu.web.tracks.Purpose;
import org.guitu.web.ui.Page;

/** The words of the form that asks why a finding is looked into. */
public record FindingAskView(Form form, String person, String action, String cancel, List<Option> purposes) {

    static FindingAskView of(Page page, Form form, Person person, long findingId) {
        return new FindingAskView(
                form,
                person.name(),
                "/findings/" + findingId,
                "/people/" + person.id(),
                Option.of(Purpose.class, "tracks.purpose", page));
    }
}
