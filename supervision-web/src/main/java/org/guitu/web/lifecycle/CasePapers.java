package org.guitu.web.lifecycle;

import java.util.List;
import org.guitu.web.papers.PaperKind;
import org.guitu.web.papers.PaperLink;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** Which papers a case calls for: before reception by its state, then by the items of reception and discharge. Pure. */
final class CasePapers {

    private CasePapers() {}

    static List<PaperLink> of(Page page, Person person, CaseState state) {
        return switch (state) {
            case INVESTIGATION -> PaperLink.of(page, person, PaperKind.INVESTIGATION_OPINION);
            case DECIDED, AWAITING_REPORT, NOT_TAKEN_UP ->
                PaperLink.of(page, person, PaperKind.RECEIPT, PaperKind.NOTICE);
            case ACTIVE,
                    ON_LEAVE,
                    TRANSFERRING,
                    OUT_OF_SUPERVISION,
                    SUSPENDED_DETAINED,
                    CLOSED_EXPIRED,
                    CLOSED_PARDON,
                    TERMINATED -> List.of();
        };
    }

    static List<PaperLink> of(Page page, Person person, CheckItem item) {
        return switch (item) {
            case PAPERS -> PaperLink.of(page, person, PaperKind.RECEIPT);
            case RIGHTS -> PaperLink.of(page, person, PaperKind.NOTICE);
            case TEAM -> PaperLink.of(page, person, PaperKind.TEAM_LETTER);
            case PLAN -> PaperLink.of(page, person, PaperKind.PLAN);
            case SUMMARY -> PaperLink.of(page, person, PaperKind.SUMMARY);
            case FAREWELL -> PaperLink.of(page, person, PaperKind.END_NOTICE);
            case CERTIFICATE -> PaperLink.of(page, person, PaperKind.CERTIFICATE);
            case NOTICES -> PaperLink.of(page, person, PaperKind.END_LETTER);
            case HAND_OVER -> PaperLink.of(page, person, PaperKind.HANDOVER);
            case IDENTITY, FILE, CLASS, ANNOUNCEMENT, EXIT_ENTRY -> List.of();
        };
    }
}
