package org.guitu.ingest.admit;

/** How registries compare identities. */
public final class Identities {

    private Identities() {}

    /**
     * The form under which an identity is on the books. JT/T 808 identities are digits that some hold with leading zeros and some
     * without: compared without.
     */
    public static String canonical(String protocol, String identity) {
        if (!protocol.equals("jt808")) {
            return identity;
        }
        int first = 0;
        while (first < identity.length() - 1 && identity.charAt(first) == '0') {
            first++;
        }
        return identity.substring(first);
    }
}
