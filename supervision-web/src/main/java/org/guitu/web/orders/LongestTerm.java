package org.guitu.web.orders;

import java.time.LocalDate;

/**
 * The longest term of one authorisation to locate (社区矫正法, article 29: three months, and each renewal likewise). Counted strictly, in favour
 * of the person: the first day counts, so three months from 5 March end at the latest with 4 June; where the last month has no such day they
 * end with the day before its last.
 *
 * @param months calendar months
 */
public record LongestTerm(int months) {

    /** The last day, itself included, that a term beginning on {@code firstDay} may have. */
    public LocalDate lastDay(LocalDate firstDay) {
        return firstDay.plusMonths(months).minusDays(1);
    }

    public boolean exceeded(LocalDate firstDay, LocalDate lastDay) {
        return lastDay.isAfter(lastDay(firstDay));
    }
}
