package org.guitu.web.orders;

import java.time.LocalDate;

/**
 * The longest term of one authorisation of a bracelet (社区矫正法, article 29): three calendar months, and each renewal likewise. Counted
 * strictly, in favour of the person: the first day counts, so a term from 5 March ends at the latest with 4 June; where the third month
 * has no such day it ends with the day before its last.
 */
public final class ThreeMonths {

    private ThreeMonths() {}

    /** The last day, itself included, that a term beginning on {@code firstDay} may have. */
    public static LocalDate lastDay(LocalDate firstDay) {
        return firstDay.plusMonths(3).minusDays(1);
    }

    public static boolean exceeded(LocalDate firstDay, LocalDate lastDay) {
        return lastDay.isAfter(lastDay(firstDay));
    }
}
