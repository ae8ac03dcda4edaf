package org.guitu.web.exchange;

import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;

/** The administrator's pages about partners. */
final class PartnerRoutes {

    private final PartnerService partners;
    private final Optional<OwnKey> key;

    PartnerRoutes(PartnerService partners, Optional<OwnKey> key) {
        this.partners = partners;
        this.key = key;
    }

    void mount(Routes routes) {
        Permission manage = Permission.MANAGE_STAFF;
        routes.page("/exchange/partners", manage, this::list);
        routes.page("/exchange/partners/new", manage, request -> blank(request, Form.empty()));
        routes.form("/exchange/partners/new", manage, this::add);
        routes.page("/exchange/partners/{id}", manage, this::show);
        routes.form("/exchange/partners/{id}", manage, this::change);
        routes.form("/exchange/partners/{id}/end", manage, this::end);
    }

    private Reply list(Request request) {
        List<Partner> known = partners.list(request.staff());
        List<Quarantine.Count> counts = partners.turnedAway();
        return Reply.html("exchange/partners", page -> PartnersView.of(page, known, key, counts));
    }

    private Reply blank(Request request, Form form) {
        var counties = partners.counties(request.staff());
        return Reply.html("exchange/partner", page -> PartnerFormView.forNew(page, form, counties));
    }

    private Reply add(Request request) {
        Form form = request.form();
        return switch (partners.add(request.staff(), read(form))) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/exchange/partners");
            case Outcome.Invalid<Long>(Problems problems) ->
                blank(request, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Reply show(Request request) {
        Partner partner = find(request);
        return form(partner, Answers.filled(PartnerForm.of(partner)), false);
    }

    private static Reply form(Partner partner, Form form, boolean overtaken) {
        return Reply.html("exchange/partner", page -> PartnerFormView.forChange(page, form, partner, overtaken));
    }

    private Reply change(Request request) {
        Form form = request.form();
        Partner partner = find(request);
        return answer(partner, form, partners.change(request.staff(), partner.id(), read(form)));
    }

    private Reply end(Request request) {
        Partner partner = find(request);
        return answer(partner, Answers.filled(PartnerForm.of(partner)), partners.end(request.staff(), partner.id()));
    }

    private static Reply answer(Partner partner, Form form, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/exchange/partners");
            case Outcome.Invalid<Long>(Problems problems) ->
                form(partner, Answers.refused(form, problems), problems.has(Problems.VERSION))
                        .withStatus(problems.has(Problems.VERSION) ? 409 : 422);
        };
    }

    private Partner find(Request request) {
        return PartnerFormView.open(partners.find(request.staff(), request.id("id")))
                .orElseThrow(Refusal::notFound);
    }

    private static PartnerForm read(Form form) {
        return new PartnerForm(
                form.text("organisationId"),
                form.text("kind"),
                form.text("name"),
                form.text("code"),
                form.text("ownCode"),
                form.text("baseUrl"),
                form.text("publicKey"),
                form.text("version"));
    }
}
