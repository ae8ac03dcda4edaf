package org.guitu.web.education;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The code shown in the room: when it ends, and a signature of that and the session by the session's own secret. Whoever scans it is signed in
 * as staff all the same; the code says that he or she is where the session is.
 */
final class SessionCode {

    private static final int SIGNATURE_BYTES = 16;

    private SessionCode() {}

    static String of(long sessionId, byte[] secret, Instant now, Duration valid) {
        long until = now.plus(valid).getEpochSecond();
        return Long.toString(until, 36) + "." + signature(sessionId, secret, until);
    }

    /** Whether it is a code of this session that has not run out. */
    static boolean holds(String code, long sessionId, byte[] secret, Instant now) {
        int dot = code.indexOf('.');
        if (dot < 1 || dot > 12 || code.length() > 60 || !code.substring(0, dot).matches("[0-9a-z]+")) {
            return false;
        }
        long until = Long.parseLong(code.substring(0, dot), 36);
        byte[] expected = signature(sessionId, secret, until).getBytes(StandardCharsets.US_ASCII);
        byte[] given = code.substring(dot + 1).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, given) && now.getEpochSecond() < until;
    }

    private static String signature(long sessionId, byte[] secret, long until) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] whole = mac.doFinal((sessionId + ":" + until).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, SIGNATURE_BYTES));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every JDK signs by HmacSHA256", impossible);
        }
    }
}
