package org.guitu.web.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.guitu.web.access.Lang;

/** Writes tables of text as files. Every cell is text that no spreadsheet computes. Pure. */
final class RosterFiles {

    private static final int WIDTH = 18;

    private RosterFiles() {}

    /** CSV in UTF-8 with a byte order mark, by which Excel knows it. */
    static byte[] csv(List<String> headings, List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 << 10);
        try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            writer.write('\uFEFF');
            printer.printRecord(headings);
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(Cells::harmless).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return out.toByteArray();
    }

    static byte[] xlsx(String title, List<String> headings, List<List<String>> rows) {
        return book(workbook -> {
            Worksheet sheet = sheet(workbook, title, headings);
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < headings.size(); column++) {
                    sheet.value(row + 1, column, Cells.harmless(rows.get(row).get(column)));
                }
            }
        });
    }

    /** An empty list to be filled in, with what may be chosen and a sheet that explains the columns. */
    static byte[] template(RosterWords words, Lang lang) {
        return book(workbook -> {
            List<String> headings = new ArrayList<>();
            for (Column column : Column.values()) {
                headings.add(words.text(lang, column.heading()) + (column.required() ? " *" : ""));
            }
            Worksheet sheet = sheet(workbook, words.text(lang, "roster.template.sheet"), headings);
            Worksheet help = sheet(
                    workbook,
                    words.text(lang, "roster.template.help"),
                    List.of(
                            words.text(lang, "roster.template.column"),
                            words.text(lang, "roster.template.required"),
                            words.text(lang, "roster.template.allowed")));
            int row = 0;
            for (Column column : Column.values()) {
                sheet.style(row).format("@").set();
                row++;
                help.value(row, 0, words.text(lang, column.heading()));
                help.value(row, 1, words.text(lang, column.required() ? "roster.template.yes" : "roster.template.no"));
                help.value(row, 2, allowed(words, lang, column));
            }
            help.width(2, 80);
        });
    }

    private static String allowed(RosterWords words, Lang lang, Column column) {
        if (column.names().isEmpty()) {
            return words.text(lang, column.date() ? "roster.template.date" : "roster.template." + column.field());
        }
        return String.join(
                words.text(lang, "roster.template.or"),
                column.names().stream()
                        .filter(name -> column != Column.STATE
                                || org.guitu.web.people.CaseState.valueOf(name).beginning())
                        .map(name -> words.text(lang, column.choice(name)))
                        .toList());
    }

    private static Worksheet sheet(Workbook workbook, String title, List<String> headings) {
        Worksheet sheet = workbook.newWorksheet(title);
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(0, column, headings.get(column));
            sheet.width(column, WIDTH);
        }
        sheet.range(0, 0, 0, headings.size() - 1)
                .style()
                .bold()
                .fillColor("E9EEF0")
                .set();
        sheet.freezePane(0, 1);
        return sheet;
    }

    private static byte[] book(java.util.function.Consumer<Workbook> filling) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 << 10);
        try (Workbook workbook = new Workbook(out, "Guitu", "1.0")) {
            filling.accept(workbook);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return out.toByteArray();
    }
}
