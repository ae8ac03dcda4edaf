package org.guitu.web.people;

import com.fasterxml.jackson.core.type.TypeReference;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.form.Answers;
import org.guitu.web.http.Json;

/**
 * A person as written in a form: raw text, {@code ""} where left empty. Dates are {@code 2026-11-30}, enums their names. Made from another by
 * {@link #with}, or field by field from a map; the constructor is for what reads JSON.
 *
 * @param latinName pinyin; empty: read from the characters
 * @param organisationId the responsible organisation; empty: the one of the acting staff
 * @param officerId the caseworker; may be empty
 * @param receivedOn of a new case that is {@link CaseState#ACTIVE}: the day on which the person was received
 * @param minor of a new person, {@code on}: a minor for a reason the dates do not tell
 * @param minorReason that reason
 * @param similar of a new person: the {@link Similar#mark} of the people alike that were shown and are others, or {@code on}
 * @param categoryReason of a change: why the category is another
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
        String state,
        String minor,
        String minorReason,
        String similar,
        String categoryReason,
        String receivedOn) {

    /** The names of all fields. */
    static final List<String> FIELDS = Arrays.stream(PersonForm.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

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
        minor = Answers.orEmpty(minor);
        minorReason = Answers.orEmpty(minorReason);
        similar = Answers.orEmpty(similar);
        categoryReason = Answers.orEmpty(categoryReason);
        receivedOn = Answers.orEmpty(receivedOn);
    }

    /** Of these fields; the others are empty. */
    public static PersonForm of(Map<String, String> fields) {
        return Json.mapper().convertValue(fields, PersonForm.class);
    }

    /** The same with one field otherwise. */
    public PersonForm with(String field, String value) {
        if (!FIELDS.contains(field)) {
            throw new IllegalArgumentException("a person's form has no field " + field);
        }
        Map<String, String> fields =
                new LinkedHashMap<>(Json.mapper().convertValue(this, new TypeReference<Map<String, String>>() {}));
        fields.put(field, value);
        return of(fields);
    }

    /** The form a caseworker starts from: a case begins with the decision, and its steps do the rest. */
    public static PersonForm blank() {
        return of(Map.of("supervisionClass", "STRICT", "state", "DECIDED"));
    }

    /** The least that makes a person: in the organisation of the acting staff, without a caseworker. */
    public static PersonForm of(String caseNumber, String name, String latinName, Sex sex, Category category) {
        return of(Map.of(
                "caseNumber",
                caseNumber,
                "name",
                name,
                "latinName",
                latinName,
                "sex",
                sex.name(),
                "category",
                category.name(),
                "supervisionClass",
                "NORMAL",
                "state",
                "ACTIVE"));
    }

    /** As the person stands now, for editing. */
    public static PersonForm of(Person person) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("caseNumber", person.caseNumber());
        fields.put("name", person.name());
        fields.put("latinName", person.latinName());
        fields.put("sex", person.sex().name());
        fields.put("bornOn", text(person.bornOn()));
        fields.put("identityNumber", person.identityNumber().orElse(""));
        fields.put("phone", person.phone());
        fields.put("address", person.address());
        fields.put("category", person.category().name());
        fields.put("supervisionClass", person.supervisionClass().name());
        fields.put("termFrom", text(person.termFrom()));
        fields.put("termTo", text(person.termTo()));
        fields.put("note", person.note());
        fields.put("organisationId", Long.toString(person.organisationId()));
        fields.put("officerId", text(person.officerId()));
        fields.put("state", text(person.state()));
        return of(fields);
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }
}
