package org.guitu.web.household;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.guitu.web.form.Fields;

/** A fact read from its form. */
record EntryDraft(
        EntryKind kind,
        String name,
        String phone,
        String address,
        String detail,
        boolean together,
        boolean emergency,
        String note,
        LocalDate validFrom) {

    private static final Pattern NUMBER = Pattern.compile("[+0-9][0-9 ()转-]{4,29}");

    static EntryDraft read(Section section, EntryForm form, Fields fields, LocalDate today) {
        EntryKind kind = fields.optionalChoice("kind", form.kind(), EntryKind.class)
                .filter(chosen -> chosen.section() == section)
                .orElseGet(() -> {
                    fields.problem("kind", "ui.form.choose");
                    return section.kinds().getFirst();
                });
        EntryDraft draft = new EntryDraft(
                kind,
                fields.optionalText("name", form.name(), 80),
                fields.optionalText("phone", form.phone(), 80),
                fields.optionalText("address", form.address(), 200),
                fields.optionalText("detail", form.detail(), 200),
                Fields.isOn(form.together()),
                Fields.isOn(form.emergency()),
                fields.optionalText("note", form.note(), 500),
                fields.optionalDate("validFrom", form.validFrom()).orElse(today));
        draft.check(fields, today);
        return draft;
    }

    private void check(Fields fields, LocalDate today) {
        if (kind.named() && name.isEmpty()) {
            fields.problem("name", "ui.form.required");
        }
        if (kind.section() == Section.CONTACT && phone.isEmpty()) {
            fields.problem("phone", "ui.form.required");
        }
        boolean number = kind == EntryKind.MOBILE || kind == EntryKind.LANDLINE || kind.section() != Section.CONTACT;
        if (number && !phone.isEmpty() && !NUMBER.matcher(phone).matches()) {
            fields.problem("phone", "household.error.phone");
        }
        if (kind == EntryKind.EMAIL && !phone.isEmpty() && !phone.matches("[^@\\s]+@[^@\\s]+")) {
            fields.problem("phone", "household.error.email");
        }
        if (validFrom.isAfter(today)) {
            fields.problem("validFrom", "household.error.future");
        }
    }
}
