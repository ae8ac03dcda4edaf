package org.guitu.web.roster;

import java.util.List;

/**
 * A file as a table of text.
 *
 * @param head the column headings
 * @param lines what stands below them; empty lines are left out
 */
record Grid(List<String> head, List<Line> lines) {

    static final int LINES_MAX = 20_000;
    static final int COLUMNS_MAX = 60;
    static final int CELL_MAX = 4_000;

    /**
     * One line.
     *
     * @param number as the program that made the file counts, the headings being 1
     * @param cells as many as there are, not always as many as headings
     */
    record Line(int number, List<String> cells) {
        Line {
            cells = List.copyOf(cells);
        }

        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    Grid {
        head = List.copyOf(head);
        lines = List.copyOf(lines);
    }

    /** A cell without what an export puts before the beginning of a formula. */
    static String text(String raw) {
        String cell = raw.length() > CELL_MAX ? raw.substring(0, CELL_MAX) : raw;
        return cell.startsWith("'") && cell.length() > 1 && Cells.startsFormula(cell.substring(1))
                ? cell.substring(1).strip()
                : cell.strip();
    }
}
