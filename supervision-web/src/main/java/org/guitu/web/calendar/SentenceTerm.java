package org.guitu.web.calendar;

import java.time.LocalDate;

/**
 * The term served in the community. It begins with its first day, which counts, and ends the day before the same day of the month in which
 * it runs out; months counted from the last day of a month end with a month, and where a month has no such day, with its last (the Supreme
 * People's Court's interpretation of the Criminal Procedure Law of 2021, article 202). Days held before the judgment shorten it (for control, one day counts two: Criminal Law 41); days of escape, and those of a
 * temporary execution obtained by bribery, are not served and lengthen it (CPL-268). No holiday moves it. Pure.
 *
 * @param first the day from which it is served, e.g. that on which the judgment is final
 * @param creditedDays days it is shorter by, counted already as the kind of sentence wants
 * @param excludedDays days not served
 */
public record SentenceTerm(LocalDate first, int years, int months, int days, int creditedDays, int excludedDays) {

    /** Days credited for so many days held, for control. */
    public static int creditOfControl(int daysHeld) {
        return 2 * daysHeld;
    }

    /** The last day served. */
    public LocalDate last() {
        LocalDate over = first.plusYears(years).plusMonths(months);
        if (months > 0 && first.getDayOfMonth() == first.lengthOfMonth()) {
            over = over.withDayOfMonth(over.lengthOfMonth());
        }
        return over.plusDays(days).minusDays(1).minusDays(creditedDays).plusDays(excludedDays);
    }
}
