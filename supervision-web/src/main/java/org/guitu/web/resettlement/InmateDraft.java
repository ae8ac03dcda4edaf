package org.guitu.web.resettlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.form.Fields;
import org.guitu.web.people.IdentityNumber;
import org.guitu.web.people.Sex;

/** What was told of an inmate once it is read and found good in itself. */
record InmateDraft(
        String source,
        String name,
        Sex sex,
        Optional<String> identityNumber,
        Optional<LocalDate> bornOn,
        String address,
        LocalDate expectedOn,
        List<KeyReason> keyReasons,
        String note,
        LocalDate receivedOn) {

    static InmateDraft read(InmateForm form, LocalDate today, Fields fields) {
        String name = fields.text("name", form.name(), 60);
        Sex sex = fields.choice("sex", form.sex(), Sex.class);
        Optional<IdentityNumber> number = identity(form.identityNumber(), fields);
        Optional<LocalDate> bornOn = fields.optionalDate("bornOn", form.bornOn());
        if (number.isPresent() && bornOn.isPresent() && !number.get().bornOn().equals(bornOn.get())) {
            fields.problem("bornOn", "resettlement.error.born-differs");
        }
        LocalDate receivedOn = fields.date("receivedOn", form.receivedOn());
        if (!fields.has("receivedOn") && receivedOn.isAfter(today)) {
            fields.problem("receivedOn", "resettlement.error.future");
        }
        return new InmateDraft(
                fields.text("source", form.source(), 100),
                name,
                sex,
                number.map(IdentityNumber::value),
                bornOn.or(() -> number.map(IdentityNumber::bornOn)),
                fields.optionalText("address", form.address(), 200),
                fields.date("expectedOn", form.expectedOn()),
                KeyReasons.read(form.keyReasons(), fields),
                fields.optionalText("note", form.note(), 2000),
                receivedOn);
    }

    private static Optional<IdentityNumber> identity(String raw, Fields fields) {
        if (raw.isBlank()) {
            return Optional.empty();
        }
        Optional<IdentityNumber> number = IdentityNumber.parse(raw);
        if (number.isEmpty()) {
            fields.problem("identityNumber", "resettlement.error.identity");
        }
        return number;
    }
}
