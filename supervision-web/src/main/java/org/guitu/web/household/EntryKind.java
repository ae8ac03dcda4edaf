package org.guitu.web.household;

/** Of what kind an entry is. */
public enum EntryKind {
    MOBILE(Section.CONTACT),
    LANDLINE(Section.CONTACT),
    WECHAT(Section.CONTACT),
    EMAIL(Section.CONTACT),
    OTHER_CONTACT(Section.CONTACT),
    SPOUSE(Section.RELATIVE),
    PARENT(Section.RELATIVE),
    CHILD(Section.RELATIVE),
    SIBLING(Section.RELATIVE),
    GRANDPARENT(Section.RELATIVE),
    /** 监护人 of a minor. */
    GUARDIAN(Section.RELATIVE),
    /** 保证人 of a temporary execution outside prison. */
    GUARANTOR(Section.RELATIVE),
    OTHER_RELATIVE(Section.RELATIVE),
    EMPLOYER(Section.OCCUPATION),
    SELF_EMPLOYED(Section.OCCUPATION),
    SCHOOL(Section.OCCUPATION),
    FARMING(Section.OCCUPATION),
    UNEMPLOYED(Section.OCCUPATION);

    private final Section section;

    EntryKind(Section section) {
        this.section = section;
    }

    Section section() {
        return section;
    }

    /** Whether an entry of this kind names someone or something. */
    boolean named() {
        return section == Section.RELATIVE || this == EMPLOYER || this == SCHOOL;
    }
}
