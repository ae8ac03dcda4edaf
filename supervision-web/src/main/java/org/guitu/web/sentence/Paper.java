package org.guitu.web.sentence;

import org.guitu.web.people.Category;

/** What kind of paper a decision came as. */
public enum Paper {
    /** 判决书. */
    JUDGMENT,
    /** 裁定书. */
    RULING,
    /** 决定书. */
    DECISION,
    /** 执行通知书. */
    EXECUTION_NOTICE,
    OTHER;

    /** What a decision on corrections of this category usually comes as. */
    static Paper of(Category category) {
        return switch (category) {
            case PAROLE -> RULING;
            case TEMPORARY_EXECUTION -> DECISION;
            case CONTROL, PROBATION, RELEASED, DRUG_REHABILITATION -> JUDGMENT;
        };
    }

    /** Whether it decides by itself; the others accompany what was decided. */
    boolean decides() {
        return this == JUDGMENT || this == RULING || this == DECISION;
    }
}
