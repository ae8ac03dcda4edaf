package org.guitu.web.help;

import org.guitu.web.people.Panel;
import org.guitu.web.ui.Page;

/** Help in words. */
final class HelpWords {

    private HelpWords() {}

    static String base(HelpFile file) {
        return "/people/" + file.person().id() + "/help";
    }

    static Panel.Line fact(Page page, HelpFile file, HelpFile.Fact fact) {
        Need need = fact.answer().need();
        String since = page.text("help.since", page.times().date(fact.from()), fact.by());
        return new Panel.Line(
                page.text("help.need." + need),
                fact.evidence().isEmpty() ? since : fact.evidence() + " · " + since,
                page.may(org.guitu.web.access.Permission.RECORD_WORK) ? base(file) + "/needs/" + need : "",
                page.text("help.answer." + fact.answer()),
                fact.answer().calls() ? "warn" : "neutral");
    }

    static Panel.Line referral(Page page, Referral referral) {
        return new Panel.Line(
                page.text("help.body." + referral.body()),
                page.text("help.sent", page.times().date(referral.sentOn())) + " · " + referral.matter(),
                "/people/" + referral.personId() + "/help/referrals/" + referral.id(),
                page.text("help.state." + referral.state()),
                tone(referral.state()));
    }

    static String tone(ReferralState state) {
        return switch (state) {
            case SENT -> "warn";
            case ACCEPTED, ANSWERED -> "info";
            case CLOSED -> "good";
            case REFUSED -> "serious";
            case WITHDRAWN -> "none";
        };
    }
}
