package org.guitu.web.roster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Reads a file as a table: XLSX (the first sheet), or CSV in UTF-8 or GB 18030. Bounded in every direction. Pure. */
final class GridReader {

    /** What the parts of an XLSX may come to when unpacked. */
    private static final long UNPACKED_MAX = 200L << 20;

    private static final Charset GB18030 = Charset.forName("GB18030");
    /** Numbers are dates by their format alone. */
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private GridReader() {}

    static Grid read(byte[] file) throws BadFile {
        if (file.length == 0) {
            throw new BadFile("roster.error.empty");
        }
        if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new BadFile("roster.error.old-excel");
        }
        return startsWith(file, 'P', 'K') ? workbook(file) : text(decode(file));
    }

    private static Grid workbook(byte[] file) throws BadFile {
        try {
            checkUnpacked(file);
            try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS);
                    Stream<Row> rows = book.getFirstSheet().openStream()) {
                return grid(rows.limit(Grid.LINES_MAX + 2L)
                        .map(row -> new Grid.Line(row.getRowNum(), cells(row)))
                        .toList());
            }
        } catch (IOException | UncheckedIOException | ExcelReaderException | IllegalArgumentException broken) {
            throw new BadFile("roster.error.broken");
        }
    }

    private static void checkUnpacked(byte[] file) throws IOException, BadFile {
        // That of the JDK does not take every file that spreadsheets write.
        try (ZipArchiveInputStream zip =
                new ZipArchiveInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8.name(), true, true)) {
            byte[] buffer = new byte[1 << 16];
            long unpacked = 0;
            while (zip.getNextEntry() != null) {
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > UNPACKED_MAX) {
                        throw new BadFile("roster.error.too-big");
                    }
                }
            }
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), Grid.COLUMNS_MAX); i++) {
            cells.add(row.getOptionalCell(i).map(GridReader::cell).orElse(""));
        }
        return cells;
    }

    /** Numbers as people read them, dates as 2026-11-30; of a formula what it last gave. */
    private static String cell(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            if (isDate(cell)) {
                return cell.asDate().toLocalDate().toString();
            }
            return cell.asNumber().stripTrailingZeros().toPlainString();
        }
        String text = cell.getText();
        return Grid.text(text == null ? "" : text);
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.matches("(?is).*[ymd年月日].*") && !format.startsWith("General");
    }

    private static String decode(byte[] file) throws BadFile {
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            try {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(file))
                        .toString();
                return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            } catch (CharacterCodingException other) {
                // the next one
            }
        }
        throw new BadFile("roster.error.charset");
    }

    private static Grid text(String text) throws BadFile {
        String head = text.lines().findFirst().orElse("");
        char delimiter = head.indexOf(',') >= 0 ? ',' : head.indexOf('\t') >= 0 ? '\t' : ';';
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .get();
        List<Grid.Line> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            int number = 1;
            for (CSVRecord record : parser) {
                lines.add(new Grid.Line(
                        number,
                        record.stream().limit(Grid.COLUMNS_MAX).map(Grid::text).toList()));
                if (lines.size() > Grid.LINES_MAX + 1) {
                    break;
                }
                number = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new BadFile("roster.error.broken");
        }
        return grid(lines);
    }

    private static Grid grid(List<Grid.Line> read) throws BadFile {
        List<Grid.Line> lines = read.stream().filter(line -> !line.blank()).toList();
        if (lines.isEmpty()) {
            throw new BadFile("roster.error.empty");
        }
        if (lines.size() > Grid.LINES_MAX + 1) {
            throw new BadFile("roster.error.too-many");
        }
        return new Grid(lines.getFirst().cells(), lines.subList(1, lines.size()));
    }

    private static boolean startsWith(byte[] file, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
