package org.guitu.web.papers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.guitu.web.http.Reply;

/** Replies that are kept as files, under a Chinese name where the browser knows how (RFC 6266). */
final class Downloads {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Downloads() {}

    /**
     * A file to be kept.
     *
     * @param plain its name in ASCII letters, for browsers that know no other
     */
    static Reply file(byte[] bytes, String contentType, String plain, String name) {
        return Reply.bytes(bytes, contentType).withHeader("content-disposition", disposition(plain, name));
    }

    static String disposition(String plain, String name) {
        String ascii = plain.replaceAll("[^A-Za-z0-9._-]", "_");
        String encoded = URLEncoder.encode(name.replaceAll("[\\p{Cntrl}/\\\\]", "_"), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }

    /** A page that only shows itself: see {@link PaperHtml#POLICY}. */
    static Reply preview(byte[] html) {
        return Reply.bytes(html, "text/html; charset=utf-8")
                .withHeader("content-security-policy", PaperHtml.POLICY)
                .withHeader("x-frame-options", "SAMEORIGIN");
    }
}
