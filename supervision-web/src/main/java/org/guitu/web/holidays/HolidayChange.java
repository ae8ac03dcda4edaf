package org.guitu.web.holidays;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a list says of one day, compared with the table. Pure. */
record HolidayChange(LocalDate day, boolean off, String name, Kind kind) {

    /** What applying the list does to the day. */
    enum Kind {
        NEW,
        CHANGED,
        SAME
    }

    /** @param present of one day several, the nearest organisation's last */
    static List<HolidayChange> of(List<Holiday> present, HolidayFile file) {
        Map<LocalDate, Holiday> byDay = new HashMap<>();
        present.forEach(holiday -> byDay.put(holiday.day(), holiday));
        return file.days().entrySet().stream()
                .map(entry -> {
                    Holiday known = byDay.get(entry.getKey());
                    HolidayFile.Entry told = entry.getValue();
                    Kind kind =
                            known == null ? Kind.NEW : known.says(told.off(), told.name()) ? Kind.SAME : Kind.CHANGED;
                    return new HolidayChange(entry.getKey(), told.off(), told.name(), kind);
                })
                .toList();
    }
}
