package org.guitu.web.household;

import org.guitu.web.form.Answers;

/** A fact as written in a form: raw text; {@code together} and {@code emergency} are {@code on} or empty. */
public record EntryForm(
        String kind,
        String name,
        String phone,
        String address,
        String detail,
        String together,
        String emergency,
        String note,
        String validFrom) {
    public EntryForm {
        kind = Answers.orEmpty(kind);
        name = Answers.orEmpty(name);
        phone = Answers.orEmpty(phone);
        address = Answers.orEmpty(address);
        detail = Answers.orEmpty(detail);
        together = Answers.orEmpty(together);
        emergency = Answers.orEmpty(emergency);
        note = Answers.orEmpty(note);
        validFrom = Answers.orEmpty(validFrom);
    }

    static EntryForm of(Entry entry) {
        return new EntryForm(
                entry.kind().name(),
                entry.name(),
                entry.phone(),
                entry.address(),
                entry.detail(),
                entry.together() ? "on" : "",
                entry.emergency() ? "on" : "",
                entry.note(),
                entry.validFrom().toString());
    }
}
