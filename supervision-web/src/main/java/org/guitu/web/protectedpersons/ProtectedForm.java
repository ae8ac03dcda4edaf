package org.guitu.web.protectedpersons;

import org.guitu.web.form.Answers;

/** A protected person as written in a form: raw text, {@code ""} where left empty. */
public record ProtectedForm(String name, String phone, String note) {
    public ProtectedForm {
        name = Answers.orEmpty(name);
        phone = Answers.orEmpty(phone);
        note = Answers.orEmpty(note);
    }

    /** As it stands now, for editing. */
    static ProtectedForm of(ProtectedPerson person) {
        return new ProtectedForm(person.name(), person.phone(), person.note());
    }
}
