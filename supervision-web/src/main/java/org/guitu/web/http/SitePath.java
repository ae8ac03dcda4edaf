package org.guitu.web.http;

/** Paths that stay on this site: what a redirect may lead to. */
public final class SitePath {

    /** Leads everyone to the first page they may see. */
    public static final String START = "/start";

    private SitePath() {}

    /** Whether the text is an absolute path of this site: not {@code //host}, no backslash, no control character. */
    public static boolean isLocal(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(c -> c > 0x20 && c != 0x7f && c != '\\');
    }

    static String require(String path) {
        if (!isLocal(path)) {
            throw new IllegalArgumentException("not a path of this site");
        }
        return path;
    }
}
