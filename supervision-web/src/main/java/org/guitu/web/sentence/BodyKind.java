package org.guitu.web.sentence;

import org.guitu.web.people.Category;

/** Who decides on community corrections: courts alone, but for temporary execution outside prison (CPL-265, CCL-17). */
public enum BodyKind {
    /** 人民法院. */
    COURT,
    /** 监狱管理机关. */
    PRISON_ADMINISTRATION,
    /** 公安机关. */
    POLICE;

    /** Whether a body of this kind may decide on corrections of this category. */
    boolean mayDecide(Category category) {
        return this == COURT || category == Category.TEMPORARY_EXECUTION;
    }
}
