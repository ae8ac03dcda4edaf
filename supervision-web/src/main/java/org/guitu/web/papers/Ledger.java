package org.guitu.web.papers;

import java.util.List;

/**
 * A ledger as a table.
 *
 * @param title above the table
 * @param subtitle whose it is and as of when
 * @param columns their headings and widths
 * @param rows as many cells as columns
 */
record Ledger(String title, String subtitle, List<Column> columns, List<List<String>> rows) {

    /** @param width in characters */
    record Column(String heading, int width) {}

    Ledger {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
