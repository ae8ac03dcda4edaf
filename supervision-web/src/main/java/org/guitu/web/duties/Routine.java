package org.guitu.web.duties;

import java.util.Locale;
import org.guitu.web.limits.Limit;
import org.guitu.web.people.SupervisionClass;

/** What comes back for everyone in corrections, how often being a matter of the class. */
enum Routine {
    /** 到所报告. */
    REPORT,
    /** 书面报告. */
    WRITTEN,
    /** 个别谈话. */
    TALK;

    DutyKind kind() {
        return DutyKind.until("duties." + name().toLowerCase(Locale.ROOT)).metByHand();
    }

    /** How often. */
    Limit every(SupervisionClass supervisionClass) {
        return Limit.of("duties." + name().toLowerCase(Locale.ROOT) + "-"
                + supervisionClass.name().toLowerCase(Locale.ROOT) + "-days");
    }
}
