package org.guitu.web.exchange;

import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * A partner's public key.
 *
 * @param x 32 bytes as base64url, the member {@code x} of its JWK
 */
public record PartnerKey(String x) {

    /** Out of a pasted JWK or its {@code x} alone; empty if it is no public Ed25519 key. */
    static Optional<PartnerKey> parse(String pasted) {
        String text = pasted.strip();
        try {
            if (!text.startsWith("{")) {
                PartnerKey key = new PartnerKey(text);
                key.jwk();
                return Optional.of(key);
            }
            JsonWebKey jwk = JsonWebKey.Factory.newJwk(text);
            boolean ours = jwk instanceof OctetKeyPairJsonWebKey pair
                    && OctetKeyPairJsonWebKey.SUBTYPE_ED25519.equals(pair.getSubtype());
            Object x = jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
                    .get(OctetKeyPairJsonWebKey.PUBLIC_KEY_MEMBER_NAME);
            return ours && x instanceof String value ? Optional.of(new PartnerKey(value)) : Optional.empty();
        } catch (JoseException | RuntimeException malformed) {
            return Optional.empty();
        }
    }

    /** Whether what was pasted holds a private key, which nobody may send. */
    static boolean isPrivate(String pasted) {
        return pasted.matches("(?s).*\"d\"\\s*:.*");
    }

    PublicKey publicKey() {
        try {
            return jwk().getPublicKey();
        } catch (JoseException impossible) {
            throw new IllegalStateException("a stored key is no Ed25519 key", impossible);
        }
    }

    /** Its fingerprint (RFC 7638), by which signatures name it. */
    String id() {
        try {
            return jwk().calculateBase64urlEncodedThumbprint("SHA-256");
        } catch (JoseException impossible) {
            throw new IllegalStateException("a stored key is no Ed25519 key", impossible);
        }
    }

    private OctetKeyPairJsonWebKey jwk() throws JoseException {
        return new OctetKeyPairJsonWebKey(Map.of(
                JsonWebKey.KEY_TYPE_PARAMETER,
                OctetKeyPairJsonWebKey.KEY_TYPE,
                OctetKeyPairJsonWebKey.SUBTYPE_MEMBER_NAME,
                OctetKeyPairJsonWebKey.SUBTYPE_ED25519,
                OctetKeyPairJsonWebKey.PUBLIC_KEY_MEMBER_NAME,
                x));
    }
}
