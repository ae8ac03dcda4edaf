package org.guitu.web.help;

import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/** The words of the page of one referral. */
public record ReferralView(
        long personId,
        String person,
        String title,
        String state,
        String tone,
        String matter,
        String contact,
        List<Step> steps,
        List<Option> next,
        String action,
        Form form,
        String saved) {

    /** A step it took. */
    public record Step(String what, String day, String note, String recorded) {}

    static ReferralView of(Page page, Referral referral, Form form, Optional<String> saved) {
        return new ReferralView(
                referral.personId(),
                referral.personName(),
                page.text("help.body." + referral.body()),
                page.text("help.state." + referral.state()),
                HelpWords.tone(referral.state()),
                referral.matter(),
                referral.contact(),
                referral.steps().stream()
                        .map(step -> new Step(
                                page.text("help.state." + step.state()),
                                page.times().date(step.day()),
                                step.note(),
                                page.text(
                                        "help.recorded",
                                        step.recordedBy(),
                                        page.times().minute(step.recordedAt()))))
                        .toList(),
                page.may(Permission.RECORD_WORK)
                        ? referral.state().next().stream()
                                .map(state -> new Option(state.name(), page.text("help.state." + state)))
                                .toList()
                        : List.of(),
                "/people/" + referral.personId() + "/help/referrals/" + referral.id(),
                form,
                saved.map(page::text).orElse(""));
    }
}
