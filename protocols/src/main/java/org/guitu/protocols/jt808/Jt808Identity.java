package org.guitu.protocols.jt808;

/** Reads the phone number field as an identity. */
final class Jt808Identity {

    private static final int DIGITS_2013 = 12;

    private Jt808Identity() {}

    static String of(String phoneHex) {
        if (phoneHex.length() != DIGITS_2013 || phoneHex.chars().allMatch(digit -> digit <= '9')) {
            return phoneHex;
        }
        String imei = "%014d".formatted(Long.parseLong(phoneHex, 16));
        return imei + luhnDigit(imei);
    }

    /** ISO/IEC 7812-1 annex B: every second digit from the right doubled, digits summed, filled up to ten. */
    private static int luhnDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
