package org.guitu.web.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a ledger as XLSX, ready to be printed across. Every cell is text: nothing in it is a formula, and no number loses its zeros. Pure. */
final class LedgerBook {

    private static final int HEAD = 2; // below title and subtitle

    private LedgerBook() {}

    static byte[] write(Ledger ledger) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 << 10);
        try (Workbook book = new Workbook(out, "Guitu", "1.0")) {
            Worksheet sheet = book.newWorksheet(sheetName(ledger.title()));
            sheet.paperSize(PaperSize.A4_PAPER);
            sheet.pageOrientation("landscape");
            sheet.fitToWidth((short) 1);
            sheet.fitToHeight((short) 999);
            sheet.repeatRows(HEAD, HEAD);
            sheet.freezePane(0, HEAD + 1);
            head(sheet, ledger);
            rows(sheet, ledger);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write a ledger", failure);
        }
        return out.toByteArray();
    }

    private static void head(Worksheet sheet, Ledger ledger) {
        int last = ledger.columns().size() - 1;
        sheet.value(0, 0, ledger.title());
        sheet.range(0, 0, 0, last).merge();
        sheet.range(0, 0, 0, last)
                .style()
                .fontSize(16)
                .bold()
                .horizontalAlignment("center")
                .set();
        sheet.value(1, 0, ledger.subtitle());
        sheet.range(1, 0, 1, last).merge();
        for (int column = 0; column <= last; column++) {
            sheet.width(column, ledger.columns().get(column).width());
            sheet.value(HEAD, column, ledger.columns().get(column).heading());
        }
        sheet.range(HEAD, 0, HEAD, last)
                .style()
                .bold()
                .fillColor("E9EEF0")
                .borderStyle(BorderStyle.THIN)
                .horizontalAlignment("center")
                .wrapText(true)
                .set();
    }

    private static void rows(Worksheet sheet, Ledger ledger) {
        int row = HEAD + 1;
        for (List<String> cells : ledger.rows()) {
            for (int column = 0; column < cells.size(); column++) {
                sheet.value(row, column, cells.get(column));
            }
            row++;
        }
        if (row > HEAD + 1) {
            sheet.range(HEAD + 1, 0, row - 1, ledger.columns().size() - 1)
                    .style()
                    .borderStyle(BorderStyle.THIN)
                    .verticalAlignment("top")
                    .wrapText(true)
                    .set();
        }
    }

    /** Excel allows 31 characters and none of these. */
    private static String sheetName(String title) {
        String name = title.replaceAll("[\\[\\]:*?/\\\\]", " ");
        return name.length() > 31 ? name.substring(0, 31) : name;
    }
}
