package org.guitu.web.places;

import java.util.List;
import org.guitu.web.places.QuestionStore.Subject;

/** Someone's name, and the page to go to. */
public record PersonLink(String name, String caseNumber, String href) {

    static PersonLink of(Subject subject) {
        return new PersonLink(subject.name(), subject.caseNumber(), "/people/" + subject.id());
    }

    static List<PersonLink> of(List<Subject> subjects) {
        return subjects.stream().map(PersonLink::of).toList();
    }
}
