package org.guitu.web.help;

import java.util.List;
import org.guitu.web.ui.Page;

/** The words of the register of referrals. */
public record RegisterView(boolean open, List<Row> rows) {

    /** One referral. */
    public record Row(
            String href,
            String body,
            String matter,
            String person,
            String personHref,
            String where,
            String sent,
            String state,
            String tone) {}

    static RegisterView of(Page page, List<Referral> referrals, boolean open) {
        return new RegisterView(
                open,
                referrals.stream()
                        .map(referral -> new Row(
                                "/people/" + referral.personId() + "/help/referrals/" + referral.id(),
                                page.text("help.body." + referral.body()),
                                referral.matter(),
                                referral.personName(),
                                "/people/" + referral.personId() + "/help",
                                referral.organisationName(),
                                page.times().date(referral.sentOn()),
                                page.text("help.state." + referral.state()),
                                HelpWords.tone(referral.state())))
                        .toList());
    }
}
