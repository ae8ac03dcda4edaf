package org.guitu.protocols.jt808;

/**
 * What every message carries whatever its type (§4.4.3; 2019: table 2).
 *
 * @param edition the header's layout; 2011 and 2013 share one
 * @param phoneHex the terminal's phone number field as sent, in hexadecimal digits: 12 for 2013, 20 for 2019. Every reply repeats it
 *     unchanged.
 * @param serial the sender's own running number, 0-65535
 */
public record Jt808Header(Edition edition, String phoneHex, int serial) {

    /** The header's layout. */
    public enum Edition {
        /** 2011 and 2013: six bytes of phone number. */
        EDITION_2013(6),
        /** 2019: a protocol version byte, ten bytes of phone number; bit 14 of the attributes is set. */
        EDITION_2019(10);

        private final int phoneBytes;

        Edition(int phoneBytes) {
            this.phoneBytes = phoneBytes;
        }

        int phoneBytes() {
            return phoneBytes;
        }
    }

    public Jt808Header {
        if (phoneHex.length() != edition.phoneBytes * 2) {
            throw new IllegalArgumentException("Phone number of " + phoneHex.length() + " digits in " + edition);
        }
    }

    /** A 2013 header for a phone number of up to 12 digits, padded with zeros on the left. */
    public static Jt808Header of2013(String phone, int serial) {
        return new Jt808Header(Edition.EDITION_2013, "0".repeat(12 - phone.length()) + phone, serial);
    }

    /** A 2019 header for a phone number or IMEI of up to 20 digits, padded with zeros on the left. */
    public static Jt808Header of2019(String phone, int serial) {
        return new Jt808Header(Edition.EDITION_2019, "0".repeat(20 - phone.length()) + phone, serial);
    }

    /** The same terminal's header with another serial. */
    public Jt808Header withSerial(int next) {
        return new Jt808Header(edition, phoneHex, next & 0xFFFF);
    }

    /**
     * The terminal's identity: the digits as sent. A 2013 field with a hexadecimal digit A-F is no BCD but a 48-bit number, the IMEI without
     * its check digit, as some devices send it; the identity is then the 15-digit IMEI.
     */
    public String deviceId() {
        return Jt808Identity.of(phoneHex);
    }
}
