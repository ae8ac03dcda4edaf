package org.guitu.web.exchange;

import org.guitu.web.form.Answers;

/**
 * A partner as written in a form: raw text.
 *
 * @param publicKey a JWK, or its {@code x} alone
 */
public record PartnerForm(
        String organisationId,
        String kind,
        String name,
        String code,
        String ownCode,
        String baseUrl,
        String publicKey,
        String version) {
    public PartnerForm {
        organisationId = Answers.orEmpty(organisationId);
        kind = Answers.orEmpty(kind);
        name = Answers.orEmpty(name);
        code = Answers.orEmpty(code);
        ownCode = Answers.orEmpty(ownCode);
        baseUrl = Answers.orEmpty(baseUrl);
        publicKey = Answers.orEmpty(publicKey);
        version = Answers.orEmpty(version);
    }

    static PartnerForm of(Partner partner) {
        return new PartnerForm(
                Long.toString(partner.organisationId()),
                partner.kind().name(),
                partner.name(),
                partner.code(),
                partner.ownCode(),
                partner.baseUrl(),
                partner.key().x(),
                Integer.toString(partner.version()));
    }
}
