package org.guitu.protocols.jt808;

import org.guitu.protocols.Octets;

/**
 * Radio cells and wireless networks near the device, kept as text for a later positioning service: cells as
 * {@code mcc-mnc-area-cell@signal}, networks as {@code mac@signal}, joined by semicolons.
 */
final class Jt808RadioItems {

    /** ITU-T E.212: the geographic country codes are 200-799. */
    private static final int COUNTRY_MIN = 200;

    private static final int COUNTRY_MAX = 799;

    private Jt808RadioItems() {}

    /** Whether the item was understood. */
    static boolean read(int id, Octets value, Jt808Facts facts) {
        return switch (id) {
            case 0x53 -> keep("cells", counted(value, 8) ? cells(value, 8, 2) : "", facts);
            case 0x5D -> keep("cells", counted(value, 10) ? cells(value, 10, 4) : "", facts);
            case 0x54 -> keep("wifi", counted(value, 7) ? networks(value, 1) : "", facts);
            case 0xEC, 0xF4 -> keep("wifi", value.size() % 7 == 0 ? networks(value, 0) : "", facts);
            case 0xE1 -> keep("cells", hasWideCells(value) ? wideCells(value) : "", facts);
            case 0xF0 -> keep("cells", value.size() % 13 == 0 ? longCells(value) : "", facts);
            default -> false;
        };
    }

    private static boolean keep(String name, String text, Jt808Facts facts) {
        if (!text.isEmpty()) {
            facts.item(name, text);
        }
        return !text.isEmpty();
    }

    private static boolean hasWideCells(Octets value) {
        return value.size() > 4 && (value.size() - 4) % 8 == 0 && isCountry(value.u16(0));
    }

    /** Whether item 0xEB holds cells: country, network, then five bytes each. */
    static boolean isCells(Octets value) {
        return value.size() >= 8 && (value.size() - 3) % 5 == 0 && isCountry(value.u16(0));
    }

    /** Area and cell of two bytes each and a signal, from {@code from}, all of one network. */
    static String cells2g(Octets value, int from) {
        StringBuilder text = new StringBuilder();
        for (int at = from; at + 5 <= value.size(); at += 5) {
            append(text, value.u16(0), value.u8(2), value.u16(at), value.u16(at + 2), value.u8(at + 4));
        }
        return text.toString();
    }

    private static boolean isCountry(int code) {
        return code > COUNTRY_MIN && code <= COUNTRY_MAX;
    }

    /** Whether a count leads that many entries of that size. */
    private static boolean counted(Octets value, int entryBytes) {
        return !value.isEmpty() && value.size() == 1 + value.u8(0) * entryBytes;
    }

    /** Country 2, network 1, area 2, cell of {@code cellBytes}, signal 1. */
    private static String cells(Octets value, int entryBytes, int cellBytes) {
        StringBuilder text = new StringBuilder();
        for (int at = 1; at + entryBytes <= value.size(); at += entryBytes) {
            long cell = cellBytes == 2 ? value.u16(at + 5) : value.u32(at + 5);
            append(text, value.u16(at), value.u8(at + 2), value.u16(at + 3), cell, value.u8(at + 5 + cellBytes));
        }
        return text.toString();
    }

    /** Country 2, network 2, then area 3, cell 4, signal 1 each. */
    private static String wideCells(Octets value) {
        StringBuilder text = new StringBuilder();
        for (int at = 4; at + 8 <= value.size(); at += 8) {
            long area = ((long) value.u8(at) << 16) | value.u16(at + 1);
            append(text, value.u16(0), value.u16(2), area, value.u32(at + 3), value.u8(at + 7));
        }
        return text.toString();
    }

    /** Country 2, network 2, cell 4, area 4, signal 1 each. */
    private static String longCells(Octets value) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at + 13 <= value.size(); at += 13) {
            append(text, value.u16(at), value.u16(at + 2), value.u32(at + 8), value.u32(at + 4), value.u8(at + 12));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, int country, int network, long area, long cell, int signal) {
        separate(text)
                .append(country)
                .append('-')
                .append(network)
                .append('-')
                .append(area)
                .append('-')
                .append(cell)
                .append('@')
                .append((byte) signal);
    }

    private static String networks(Octets value, int from) {
        StringBuilder text = new StringBuilder();
        for (int at = from; at + 7 <= value.size(); at += 7) {
            separate(text).append(value.slice(at, at + 6).hex()).append('@').append((byte) value.u8(at + 6));
        }
        return text.toString();
    }

    private static StringBuilder separate(StringBuilder text) {
        return text.isEmpty() ? text : text.append(';');
    }
}
