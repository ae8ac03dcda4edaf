package org.guitu.web.exchange;

import java.util.Optional;
import org.guitu.web.people.Person;

/**
 * Whom a message is about: the least by which both sides know that they mean the same person.
 *
 * @param caseNumber the sender's, or the document's
 * @param identityNumber GB 11643; left out where it is not known
 */
public record About(String caseNumber, String name, Optional<String> identityNumber) {

    static About of(Person person) {
        return new About(person.caseNumber(), person.name(), person.identityNumber());
    }
}
