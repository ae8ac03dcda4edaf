package org.guitu.web.exchange;

import java.net.URI;

/**
 * With whom a county exchanges messages.
 *
 * @param organisationId the county on whose side it stands
 * @param code what they call themselves
 * @param ownCode what they call us
 * @param baseUrl where their {@code /exchange/v1/messages} lies
 */
public record Partner(
        long id,
        long organisationId,
        String organisationName,
        PartnerKind kind,
        String name,
        String code,
        String ownCode,
        String baseUrl,
        PartnerKey key,
        String keyId,
        int version,
        boolean ended) {

    /** Where messages go. */
    URI messages() {
        String base = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        return URI.create(base + "/exchange/v1/messages");
    }
}
