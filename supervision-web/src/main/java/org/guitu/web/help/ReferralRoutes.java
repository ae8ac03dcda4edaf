package org.guitu.web.help;

import java.util.List;
import java.util.Map;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;

/** The register of referrals, and the page of one. */
final class ReferralRoutes {

    private final HelpService help;
    private final ReferralService referrals;

    ReferralRoutes(HelpService help, ReferralService referrals) {
        this.help = help;
        this.referrals = referrals;
    }

    void mount(Routes routes) {
        routes.page("/help", Permission.VIEW_PEOPLE, this::register);
        routes.page("/people/{id}/help/referrals/new", Permission.RECORD_WORK, this::blank);
        routes.form("/people/{id}/help/referrals/new", Permission.RECORD_WORK, this::refer);
        routes.page("/people/{id}/help/referrals/{referral}", Permission.VIEW_PEOPLE, this::show);
        routes.form("/people/{id}/help/referrals/{referral}", Permission.RECORD_WORK, this::step);
    }

    private Reply register(Request request) {
        boolean open = request.query("state").filter("over"::equals).isEmpty();
        List<Referral> found = referrals.register(request.staff(), open);
        return Reply.html("help/register", page -> RegisterView.of(page, found, open));
    }

    private Reply blank(Request request) {
        HelpFeature.full(request);
        return blank(request, Form.filled(Map.of("sentOn", file(request).today().toString())), 200);
    }

    private Reply blank(Request request, Form form, int status) {
        HelpFile file = file(request);
        return Reply.html("help/refer", page -> ReferView.of(page, file, form)).withStatus(status);
    }

    private Reply refer(Request request) {
        HelpFeature.full(request);
        Form form = request.form();
        return switch (referrals.refer(request.staff(), request.id("id"), form)) {
            case Outcome.Ok<Long>(Long id) -> done(request, id, "referred");
            case Outcome.Invalid<Long>(Problems problems) -> blank(request, Answers.refused(form, problems), 422);
        };
    }

    private Reply show(Request request) {
        return show(request, Form.filled(Map.of("day", file(request).today().toString())), 200);
    }

    private Reply show(Request request, Form form, int status) {
        HelpFile file = file(request);
        Referral referral = file.referrals().stream()
                .filter(found -> found.id() == request.id("referral"))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        var saved = HelpFeature.saved(request);
        return Reply.html("help/referral", page -> ReferralView.of(page, referral, form, saved))
                .withStatus(status);
    }

    private Reply step(Request request) {
        HelpFeature.full(request);
        Form form = request.form();
        return switch (referrals.step(request.staff(), request.id("id"), request.id("referral"), form)) {
            case Outcome.Ok<Long>(Long id) -> done(request, id, "step");
            case Outcome.Invalid<Long>(Problems problems) -> show(request, Answers.refused(form, problems), 422);
        };
    }

    private static Reply done(Request request, long referralId, String saved) {
        return Reply.redirect("/people/" + request.id("id") + "/help/referrals/" + referralId + "?saved=" + saved);
    }

    private HelpFile file(Request request) {
        return help.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }
}
