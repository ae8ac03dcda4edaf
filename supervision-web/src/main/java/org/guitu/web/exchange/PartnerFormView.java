package org.guitu.web.exchange;

import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Organisation;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Difference;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/**
 * The words of the form that adds or changes a partner.
 *
 * @param version as read, or that which stands now for who was overtaken
 * @param differences between what someone else has saved meanwhile and the form
 * @param endAction where it is ended, {@code ""} for a new one
 */
public record PartnerFormView(
        Form form,
        String title,
        String action,
        String endAction,
        String organisation,
        List<Option> organisations,
        List<Option> kinds,
        String version,
        List<Difference> differences) {

    static PartnerFormView forNew(Page page, Form form, List<Organisation> counties) {
        return new PartnerFormView(
                form,
                page.text("exchange.partners.new"),
                "/exchange/partners/new",
                "",
                "",
                counties.stream()
                        .map(county -> new Option(Long.toString(county.id()), county.name()))
                        .toList(),
                Option.of(PartnerKind.class, "exchange.partner", page),
                "",
                List.of());
    }

    /** @param overtaken whether someone else has saved meanwhile: what differs is shown */
    static PartnerFormView forChange(Page page, Form form, Partner partner, boolean overtaken) {
        String path = "/exchange/partners/" + partner.id();
        return new PartnerFormView(
                form,
                partner.name(),
                path,
                path + "/end",
                partner.organisationName(),
                List.of(),
                Option.of(PartnerKind.class, "exchange.partner", page),
                overtaken ? Integer.toString(partner.version()) : form.text("version"),
                overtaken
                        ? Difference.between(
                                Answers.filled(PartnerForm.of(partner)),
                                form,
                                List.of("kind", "name", "code", "ownCode", "baseUrl", "publicKey"),
                                field -> page.text("exchange.partners." + field),
                                (field, value) -> field.equals("kind") && !value.isEmpty()
                                        ? page.text("exchange.partner." + value)
                                        : value)
                        : List.of());
    }

    static Optional<Partner> open(Optional<Partner> partner) {
        return partner.filter(found -> !found.ended());
    }
}
