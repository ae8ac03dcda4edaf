package org.guitu.web.education;

import java.util.Locale;
import org.guitu.web.duties.DutyKind;
import org.guitu.web.limits.Limit;
import org.guitu.web.people.SupervisionClass;

/** The two things of which hours are due each month. */
enum Branch {
    STUDY,
    WORK;

    /** Opened for each month, known by it: {@code 2026-11}. */
    DutyKind duty() {
        return DutyKind.until("education." + name().toLowerCase(Locale.ROOT)).at("/people/{person}/education");
    }

    /** Hours a month for a class; none: no duty. */
    Limit hours(SupervisionClass of) {
        return Limit.of(
                "education." + of.name().toLowerCase(Locale.ROOT) + "-" + name().toLowerCase(Locale.ROOT) + "-hours");
    }
}
