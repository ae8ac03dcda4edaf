package org.guitu.web.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.guitu.web.papers.Ledger.Column;
import org.junit.jupiter.api.Test;

class LedgerBookTest {

    @Test
    void ledgerIsReadAgainCellByCell() throws IOException {
        Ledger ledger = new Ledger(
                "花名册：[测试]/一",
                "单位：测试所",
                List.of(new Column("序号", 6), new Column("姓名", 12), new Column("身份号码", 22)),
                List.of(
                        List.of("1", "测试甲", "110105194912310021"),
                        List.of("2", "=1+1", "00123"),
                        List.of("3", "<b>&\"测试", "")));
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(LedgerBook.write(ledger)))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("花名册：[测试]/一");
            assertThat(rows.get(1).getCellText(0)).isEqualTo("单位：测试所");
            assertThat(rows.get(2).stream().map(cell -> cell.getText())).containsExactly("序号", "姓名", "身份号码");
            assertThat(rows.get(3).stream().map(cell -> cell.getText()))
                    .containsExactly("1", "测试甲", "110105194912310021");
            assertThat(rows.get(4).getCell(1).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(4).getCellText(1)).isEqualTo("=1+1");
            assertThat(rows.get(4).getCellText(2)).isEqualTo("00123");
            assertThat(rows.get(5).getCellText(1)).isEqualTo("<b>&\"测试");
        }
    }

    @Test
    void ledgerOfNobodyHasItsHeadings() throws IOException {
        Ledger ledger = new Ledger("台账", "单位", List.of(new Column("序号", 6)), List.of());
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(LedgerBook.write(ledger)))) {
            assertThat(book.getFirstSheet().read()).hasSize(3);
        }
    }
}
