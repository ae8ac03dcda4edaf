package org.guitu.web.holidays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayFileTest {

    @Test
    void spansAndSingleDaysAreRead() {
        HolidayFile file = HolidayFile.read("""
                # 国务院办公厅关于2027年部分节假日安排的通知
                2027-02-05,2027-02-07,休,春节
                2027-02-20，班，春节调休

                2027/5/1\t\t休\t劳动节
                """.replace("2027/5/1", "2027/05/01"));

        assertThat(file.faults()).isEmpty();
        assertThat(file.days())
                .hasSize(5)
                .containsEntry(LocalDate.of(2027, 2, 6), new HolidayFile.Entry(true, "春节"))
                .containsEntry(LocalDate.of(2027, 2, 20), new HolidayFile.Entry(false, "春节调休"))
                .containsEntry(LocalDate.of(2027, 5, 1), new HolidayFile.Entry(true, "劳动节"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-13-01,休,春节 | holidays.error.day",
                "1927-01-01,休,春节 | holidays.error.day",
                "2027-02-05,2027-02-01,休,春节 | holidays.error.span",
                "2027-02-05,2027-04-01,休,春节 | holidays.error.span",
                "2027-02-05,也许,春节 | holidays.error.kind",
                "2027-02-05,休, | holidays.error.name",
                "2027-02-05,休 | holidays.error.columns",
            })
    void wrongLineIsNamedWithItsNumber(String line, String fault) {
        HolidayFile file = HolidayFile.read("2027-01-01,休,元旦\n" + line);

        assertThat(file.faults()).containsOnlyKeys(2);
        assertThat(file.faults().get(2).key()).isEqualTo(fault);
    }

    @Test
    void dayIsListedOnce() {
        HolidayFile file = HolidayFile.read("2027-01-01,2027-01-03,休,元旦\n2027-01-02,班,元旦");

        assertThat(file.faults().get(2).key()).isEqualTo("holidays.error.twice");
    }

    @Test
    void longListIsRefusedNotCutShort() {
        HolidayFile file = HolidayFile.read("#\n".repeat(HolidayFile.LINES_MAX) + "2027-01-01,休,元旦");

        assertThat(file.faults()).containsOnlyKeys(HolidayFile.LINES_MAX + 1);
    }
}
