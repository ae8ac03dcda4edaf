package org.guitu.web.roster;

/** What a cell of a file may hold. */
final class Cells {

    private Cells() {}

    /** Whether a spreadsheet would take the text for a formula. */
    static boolean startsFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    /** The text so that no spreadsheet computes it. */
    static String harmless(String text) {
        return startsFormula(text) ? "'" + text : text;
    }
}
