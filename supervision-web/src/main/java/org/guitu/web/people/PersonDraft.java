package org.guitu.web.people;

import java.time.LocalDate;
import java.util.Optional;
import org.guitu.web.form.Fields;

/** A person's form once it is read and found good in itself; what depends on stored rows is checked by {@link PeopleService}. */
record PersonDraft(
        String caseNumber,
        String name,
        String latinName,
        Sex sex,
        Optional<LocalDate> bornOn,
        Optional<String> identityNumber,
        String phone,
        String address,
        Category category,
        SupervisionClass supervisionClass,
        Optional<LocalDate> termFrom,
        Optional<LocalDate> termTo,
        String note) {

    /** Reads the form; problems go to {@code fields}. */
    static PersonDraft read(PersonForm form, Fields fields, LocalDate today) {
        String caseNumber = fields.text("caseNumber", form.caseNumber(), 40);
        String name = fields.text("name", form.name(), 60);
        Sex sex = fields.choice("sex", form.sex(), Sex.class);
        Optional<LocalDate> bornOn = fields.optionalDate("bornOn", form.bornOn());
        Optional<IdentityNumber> number = identityNumber(form.identityNumber(), fields);
        if (bornOn.isPresent() && bornOn.get().isAfter(today)) {
            fields.problem("bornOn", "people.error.born-in-future");
        }
        if (number.isPresent() && bornOn.isPresent() && !number.get().bornOn().equals(bornOn.get())) {
            fields.problem("bornOn", "people.error.born-differs", number.get().bornOn());
        }
        if (number.isPresent() && !fields.has("sex") && number.get().sex() != sex) {
            fields.problem("sex", "people.error.sex-differs");
        }
        Optional<LocalDate> termFrom = fields.optionalDate("termFrom", form.termFrom());
        Optional<LocalDate> termTo = fields.optionalDate("termTo", form.termTo());
        if (termFrom.isPresent() && termTo.isPresent() && termTo.get().isBefore(termFrom.get())) {
            fields.problem("termTo", "people.error.term-reversed");
        }
        String latinName = fields.optionalText("latinName", form.latinName(), 80);
        return new PersonDraft(
                caseNumber,
                name,
                latinName.isEmpty() ? Pinyin.of(name) : latinName,
                sex,
                bornOn.or(() -> number.map(IdentityNumber::bornOn)),
                number.map(IdentityNumber::value),
                fields.optionalText("phone", form.phone(), 40),
                fields.optionalText("address", form.address(), 200),
                fields.choice("category", form.category(), Category.class),
                fields.choice("supervisionClass", form.supervisionClass(), SupervisionClass.class),
                termFrom,
                termTo,
                fields.optionalText("note", form.note(), 2000));
    }

    /** Whether the dates make someone in corrections a minor on the day the term begins, or today. */
    boolean reckonedMinor(LocalDate today, int age) {
        return category.supervised()
                && bornOn.map(born -> Minority.on(born, termFrom.orElse(today), age))
                        .orElse(false);
    }

    /** As lists are ordered: by the latin name where there is one. */
    String sortKey() {
        String latin = SearchTokens.key(latinName);
        return latin.isEmpty() ? SearchTokens.key(name) : latin;
    }

    private static Optional<IdentityNumber> identityNumber(String raw, Fields fields) {
        if (raw.isBlank()) {
            return Optional.empty();
        }
        Optional<IdentityNumber> number = IdentityNumber.parse(raw);
        if (number.isEmpty()) {
            fields.problem("identityNumber", "people.error.identity-number");
        }
        return number;
    }
}
