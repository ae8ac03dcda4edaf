package org.guitu.web.people;

import org.guitu.web.http.Refusal;

/** Keeps the forms of supervision from those who are not supervised: nothing may be ordered for them, so nothing is offered. */
public final class SupervisedOnly {

    private SupervisedOnly() {}

    /** The person; refused with words where he or she is not in corrections now. */
    public static Person require(Person person) {
        if (!person.supervised()) {
            throw new Refusal(409, "people.error.not-supervised");
        }
        return person;
    }
}
