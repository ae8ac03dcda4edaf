package org.guitu.web.leave;

import java.time.LocalDate;
import org.guitu.web.limits.Limit;
import org.guitu.web.limits.LimitTable;

/** The figures of the law that leave goes by. */
final class LeaveFigures {

    static final Limit APPLY_AHEAD_DAYS = Limit.of("leave.apply-ahead-days");
    static final Limit OFFICE_DAYS_MAX = Limit.of("leave.office-days-max");
    static final Limit OFFICE_DELEGATED = Limit.of("leave.office-delegated");
    static final Limit COUNTY_DAYS_MAX = Limit.of("leave.county-days-max");
    static final Limit TOTAL_DAYS_MAX = Limit.of("leave.total-days-max");
    static final Limit TOTAL_MONTHS = Limit.of("leave.total-months");
    static final Limit INFORM_PROCURATORATE_DAYS = Limit.of("leave.inform-procuratorate-days");
    static final Limit FILE_DAYS_MAX = Limit.of("leave.file-days-max");
    static final Limit CHECK_EVERY_DAYS = Limit.of("leave.check-every-days");

    private LeaveFigures() {}

    static LeaveAuthority.Figures authority(LimitTable table, LocalDate day) {
        return new LeaveAuthority.Figures(
                table.value(OFFICE_DAYS_MAX, day),
                table.allows(OFFICE_DELEGATED, day),
                table.value(COUNTY_DAYS_MAX, day),
                table.value(TOTAL_DAYS_MAX, day),
                table.value(TOTAL_MONTHS, day));
    }
}
