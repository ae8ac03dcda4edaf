package org.guitu.web.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.guitu.web.form.Fields;

/** A partner read from its form and found good in itself. */
record PartnerDraft(PartnerKind kind, String name, String code, String ownCode, String baseUrl, PartnerKey key) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,39}");
    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * @param plainHttp whether an address without TLS may be given for another machine
     */
    static PartnerDraft read(PartnerForm form, boolean plainHttp, Fields fields) {
        return new PartnerDraft(
                fields.choice("kind", form.kind(), PartnerKind.class),
                fields.text("name", form.name(), 100),
                code("code", form.code(), fields),
                code("ownCode", form.ownCode(), fields),
                address(form.baseUrl(), plainHttp, fields),
                key(form.publicKey(), fields));
    }

    private static String code(String field, String raw, Fields fields) {
        String code = fields.text(field, raw, 40);
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            fields.problem(field, "exchange.error.code");
        }
        return code;
    }

    private static String address(String raw, boolean plainHttp, Fields fields) {
        String address = fields.text("baseUrl", raw, 300);
        if (address.isEmpty()) {
            return address;
        }
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            String host = uri.getHost() == null ? "" : uri.getHost();
            boolean bare = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            if (host.isEmpty() || !bare || !Set.of("http", "https").contains(scheme)) {
                fields.problem("baseUrl", "exchange.error.address");
            } else if (scheme.equals("http") && !plainHttp && !OWN_MACHINE.contains(host)) {
                fields.problem("baseUrl", "exchange.error.plain");
            }
        } catch (URISyntaxException malformed) {
            fields.problem("baseUrl", "exchange.error.address");
        }
        return address;
    }

    private static PartnerKey key(String raw, Fields fields) {
        String pasted = fields.text("publicKey", raw, 2000);
        if (PartnerKey.isPrivate(pasted)) {
            fields.problem("publicKey", "exchange.error.private-key");
        }
        Optional<PartnerKey> key = PartnerKey.parse(pasted);
        if (key.isEmpty()) {
            fields.problem("publicKey", "exchange.error.key");
        }
        return key.orElse(new PartnerKey(""));
    }
}
