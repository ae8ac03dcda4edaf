package org.guitu.web.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Lang;
import org.guitu.web.people.Person;

/** People as the cells of a list, in the order of {@link Column}; a list that was written can be read again. Pure. */
record RosterTable(RosterWords words, Lang lang, boolean wholeIdentity) {

    List<String> headings() {
        return Arrays.stream(Column.values())
                .map(column -> words.text(lang, column.heading()))
                .toList();
    }

    List<String> cells(Person person) {
        return Arrays.stream(Column.values())
                .map(column -> cell(person, column))
                .toList();
    }

    private String cell(Person person, Column column) {
        return switch (column) {
            case CASE_NUMBER -> person.caseNumber();
            case NAME -> person.name();
            case LATIN_NAME -> person.latinName();
            case SEX -> word(column, person.sex());
            case IDENTITY_NUMBER ->
                person.identityNumber()
                        .map(number -> wholeIdentity ? number : masked(number))
                        .orElse("");
            case BORN_ON -> text(person.bornOn());
            case PHONE -> person.phone();
            case ADDRESS -> person.address();
            case CATEGORY -> word(column, person.category());
            case SUPERVISION_CLASS -> word(column, person.supervisionClass());
            case STATE -> person.state().map(state -> word(column, state)).orElse("");
            case TERM_FROM -> text(person.termFrom());
            case TERM_TO -> text(person.termTo());
            case ORGANISATION -> person.organisationName();
            case OFFICER -> person.officerName().orElse("");
            case NOTE -> person.note();
        };
    }

    private String word(Column column, Enum<?> value) {
        return words.text(lang, column.choice(value.name()));
    }

    private static String masked(String number) {
        return number.substring(0, 3) + "*".repeat(13) + number.substring(16);
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }
}
