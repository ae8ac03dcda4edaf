package org.guitu.web.conduct;

import org.guitu.web.duties.DutyKind;
import org.guitu.web.limits.Limit;

/** What must be done about conduct, and by when. */
final class ConductDuties {

    private static final String PAGE = "/people/{person}/conduct";

    static final DutyKind ASSESSMENT = DutyKind.of("conduct.assessment", Limit.of("conduct.assessment-days"))
            .at(PAGE + "/assessments/new");
    static final DutyKind DECIDE =
            DutyKind.of("conduct.decide", Limit.of("conduct.decide-days")).at(PAGE);
    static final DutyKind SERVE =
            DutyKind.of("conduct.serve", Limit.of("conduct.serve-days")).at(PAGE);
    static final DutyKind SEND =
            DutyKind.of("conduct.send", Limit.of("conduct.send-days")).at(PAGE);
    static final DutyKind COPY =
            DutyKind.of("conduct.copy", Limit.of("conduct.copy-days")).at(PAGE);
    static final DutyKind OBJECTION = DutyKind.of("conduct.objection", Limit.of("conduct.objection-days"))
            .at(PAGE)
            .outlastingTheCase();
    static final DutyKind RULING =
            DutyKind.of("conduct.ruling", Limit.of("conduct.ruling-days")).at(PAGE);

    private ConductDuties() {}

    static String proposal(long id) {
        return "proposal:" + id;
    }

    static String measure(long id) {
        return "measure:" + id;
    }
}
