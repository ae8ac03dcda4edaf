package org.guitu.web.exchange;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.guitu.web.access.Secrets;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * Detached JSON Web Signatures (RFC 7515, appendix F) by Ed25519 (RFC 8037) over the exact bytes of a body, {@code header..signature}. No
 * canonical form is needed: what was signed is what was sent.
 */
final class Signatures {

    /** The header that carries one. */
    static final String HEADER = "jws-signature";

    private static final int LENGTH_MAX = 1024;

    private Signatures() {}

    static String sign(byte[] content, OwnKey key) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        jws.setKeyIdHeaderValue(key.id());
        jws.setPayloadBytes(content);
        jws.setKey(key.privateKey());
        try {
            return jws.getDetachedContentCompactSerialization();
        } catch (JoseException failure) {
            throw new IllegalStateException("cannot sign with key " + key.id(), failure);
        }
    }

    /** Whose key it claims to be made with; empty if it is no detached signature by Ed25519. */
    static Optional<String> keyId(String signature) {
        try {
            JsonWebSignature jws = read(new byte[0], signature);
            boolean plain = jws.getHeaders().getObjectHeaderValue("crit") == null
                    && jws.getHeaders().getObjectHeaderValue("b64") == null
                    && AlgorithmIdentifiers.EDDSA.equals(jws.getAlgorithmHeaderValue());
            return plain ? Optional.ofNullable(jws.getKeyIdHeaderValue()) : Optional.empty();
        } catch (JoseException malformed) {
            return Optional.empty();
        }
    }

    /** Whether it was made over these bytes with the private half of this key. */
    static boolean verify(byte[] content, String signature, PublicKey key) {
        try {
            JsonWebSignature jws = read(content, signature);
            jws.setKey(key);
            return jws.verifySignature();
        } catch (JoseException malformed) {
            return false;
        }
    }

    /** The digest that a receipt names. */
    static String digest(byte[] content) {
        return "sha-256:" + HexFormat.of().formatHex(Secrets.sha256(content));
    }

    private static JsonWebSignature read(byte[] content, String signature) throws JoseException {
        int dots = signature.indexOf("..");
        if (dots < 1 || signature.length() > LENGTH_MAX || signature.indexOf('.', dots + 2) >= 0) {
            throw new JoseException("not a detached signature");
        }
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
        jws.setCompactSerialization(
                signature.substring(0, dots) + "." + encoded(content) + "." + signature.substring(dots + 2));
        return jws;
    }

    private static String encoded(byte[] content) {
        return new String(Base64.getUrlEncoder().withoutPadding().encode(content), StandardCharsets.US_ASCII);
    }
}
