package org.guitu.web.conduct;

import java.time.LocalDate;
import org.guitu.web.limits.Limit;
import org.guitu.web.limits.LimitTable;

/**
 * The figures of the ladder as they hold on a day.
 *
 * @param reprimandDaysMax an absence of up to so many days is reprimanded
 * @param warningMonthsMax a longer one of up to so many months is warned of; beyond it the heaviest is proposed
 * @param reprimands so many and no change: a warning
 * @param warnings so many and no change: the heaviest
 */
record LadderFigures(int reprimandDaysMax, int warningMonthsMax, int reprimands, int warnings) {

    static final Limit REPRIMAND_DAYS_MAX = Limit.of("conduct.reprimand-days-max");
    static final Limit WARNING_MONTHS_MAX = Limit.of("conduct.warning-months-max");
    static final Limit REPRIMANDS = Limit.of("conduct.reprimands-before-warning");
    static final Limit WARNINGS = Limit.of("conduct.warnings-before-revocation");

    static LadderFigures of(LimitTable table, LocalDate day) {
        return new LadderFigures(
                table.value(REPRIMAND_DAYS_MAX, day),
                table.value(WARNING_MONTHS_MAX, day),
                table.value(REPRIMANDS, day),
                table.value(WARNINGS, day));
    }
}
