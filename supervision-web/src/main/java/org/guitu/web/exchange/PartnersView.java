package org.guitu.web.exchange;

import java.util.List;
import java.util.Optional;
import org.guitu.web.ui.Page;

/**
 * The register of partners in words.
 *
 * @param ownKey our public key, to be given to partners; {@code ""} where none is set up
 * @param ownKeyId its fingerprint, to be compared by telephone
 */
public record PartnersView(List<Row> rows, String ownKey, String ownKeyId, List<String> turnedAway) {

    /** One partner. */
    public record Row(
            String href,
            String name,
            String kind,
            String organisation,
            String address,
            String codes,
            String keyId,
            boolean ended) {}

    static PartnersView of(Page page, List<Partner> partners, Optional<OwnKey> key, List<Quarantine.Count> counts) {
        return new PartnersView(
                partners.stream().map(partner -> row(page, partner)).toList(),
                key.map(OwnKey::publicJwk).orElse(""),
                key.map(OwnKey::id).orElse(""),
                counts.stream()
                        .map(count -> page.text(
                                "exchange.turned-away.line",
                                page.times().date(count.day()),
                                page.text("exchange.turned-away." + count.reason()),
                                count.messages(),
                                page.times().minute(count.lastAt()),
                                count.lastAddress()))
                        .toList());
    }

    private static Row row(Page page, Partner partner) {
        return new Row(
                "/exchange/partners/" + partner.id(),
                partner.name(),
                page.text("exchange.partner." + partner.kind()),
                partner.organisationName(),
                partner.baseUrl(),
                page.text("exchange.partners.codes", partner.code(), partner.ownCode()),
                partner.keyId(),
                partner.ended());
    }
}
