package org.guitu.web.roster;

import java.util.Arrays;
import java.util.List;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.Category;
import org.guitu.web.people.Sex;
import org.guitu.web.people.SupervisionClass;

/** The columns of a list of people, in the order of the template. */
enum Column {
    CASE_NUMBER("caseNumber", true),
    NAME("name", true),
    LATIN_NAME("latinName", false),
    SEX("sex", true, "people.sex.", Sex.values()),
    IDENTITY_NUMBER("identityNumber", false),
    BORN_ON("bornOn", false),
    PHONE("phone", false),
    ADDRESS("address", false),
    CATEGORY("category", true, "people.category.", Category.values()),
    SUPERVISION_CLASS("supervisionClass", true, "people.class.", SupervisionClass.values()),
    STATE("state", false, "people.state.", CaseState.values()),
    TERM_FROM("termFrom", false),
    TERM_TO("termTo", false),
    ORGANISATION("organisationId", false),
    OFFICER("officerId", false),
    NOTE("note", false);

    private final String field;
    private final boolean required;
    private final String prefix;

    @SuppressWarnings("ImmutableEnumChecker") // made by toList
    private final List<String> names;

    Column(String field, boolean required) {
        this(field, required, "");
    }

    Column(String field, boolean required, String prefix, Enum<?>... constants) {
        this.field = field;
        this.required = required;
        this.prefix = prefix;
        this.names = Arrays.stream(constants).map(Enum::name).toList();
    }

    /** The field of the person's form. */
    String field() {
        return field;
    }

    boolean required() {
        return required;
    }

    boolean date() {
        return this == BORN_ON || this == TERM_FROM || this == TERM_TO;
    }

    /** The names of what may be chosen; none where anything may be written. */
    List<String> names() {
        return names;
    }

    /** The message key of its heading. */
    String heading() {
        return switch (this) {
            case ORGANISATION -> "people.organisation";
            case OFFICER -> "people.officer";
            default -> "people." + field;
        };
    }

    /** The message key of one choice. */
    String choice(String name) {
        return prefix + name;
    }
}
