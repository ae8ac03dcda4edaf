package org.guitu.web.people;

import java.util.Optional;
import org.guitu.web.form.Answers;

/**
 * A person as written in a form: raw text, {@code ""} where left empty. Dates are {@code 2026-11-30}, enums their names.
 *
 * @param organisationId the responsible organisation; empty: the one of the acting staff
 * @param officerId the caseworker; may be empty
 * @param state where a new case of corrections stands; empty: {@link CaseState#ACTIVE}. Later the lifecycle changes it
 */
public record PersonForm(
        String caseNumber,
        String name,
        String latinName,
        String sex,
        String bornOn,
        String identityNumber,
        String phone,
        String address,
        String category,
        String supervisionClass,
        String termFrom,
        String termTo,
        String note,
        String organisationId,
        String officerId,
        String state) {
    public PersonForm {
        caseNumber = Answers.orEmpty(caseNumber);
        name = Answers.orEmpty(name);
        latinName = Answers.orEmpty(latinName);
        sex = Answers.orEmpty(sex);
        bornOn = Answers.orEmpty(bornOn);
        identityNumber = Answers.orEmpty(identityNumber);
        phone = Answers.orEmpty(phone);
        address = Answers.orEmpty(address);
        category = Answers.orEmpty(category);
        supervisionClass = Answers.orEmpty(supervisionClass);
        termFrom = Answers.orEmpty(termFrom);
        termTo = Answers.orEmpty(termTo);
        note = Answers.orEmpty(note);
        organisationId = Answers.orEmpty(organisationId);
        officerId = Answers.orEmpty(officerId);
        state = Answers.orEmpty(state);
    }

    /** The form a caseworker starts from. */
    public static PersonForm blank() {
        return new PersonForm("", "", "", "", "", "", "", "", "", "STRICT", "", "", "", "", "", "ACTIVE");
    }

    /** The least that makes a person: in the organisation of the acting staff, without a caseworker. */
    public static PersonForm of(String caseNumber, String name, String latinName, Sex sex, Category category) {
        return new PersonForm(
                caseNumber,
                name,
                latinName,
                sex.name(),
                "",
                "",
                "",
                "",
                category.name(),
                "NORMAL",
                "",
                "",
                "",
                "",
                "",
                "ACTIVE");
    }

    /** As the person stands now, for editing. */
    public static PersonForm of(Person person) {
        return new PersonForm(
                person.caseNumber(),
                person.name(),
                person.latinName(),
                person.sex().name(),
                text(person.bornOn()),
                person.identityNumber().orElse(""),
                person.phone(),
                person.address(),
                person.category().name(),
                person.supervisionClass().name(),
                text(person.termFrom()),
                text(person.termTo()),
                person.note(),
                Long.toString(person.organisationId()),
                text(person.officerId()),
                person.state().map(CaseState::name).orElse(""));
    }

    public PersonForm living(String address, String phone) {
        return new PersonForm(
                caseNumber,
                name,
                latinName,
                sex,
                bornOn,
                identityNumber,
                phone,
                address,
                category,
                supervisionClass,
                termFrom,
                termTo,
                note,
                organisationId,
                officerId,
                state);
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }
}
