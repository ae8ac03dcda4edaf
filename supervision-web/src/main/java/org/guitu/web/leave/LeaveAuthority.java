package org.guitu.web.leave;

import java.time.LocalDate;
import java.util.List;
import org.guitu.web.access.Organisation;
import org.guitu.web.calendar.LegalDays;

/**
 * Whose decision a leave is, and the reckoning behind it (IM-27). The first and the last day both count. What adjoins an approved leave
 * without a return between counts as one with it, so that no leave is cut into pieces its office may decide. Pure.
 *
 * @param level whose decision it is
 * @param days of the leave, with what it goes on from
 * @param totalDays the most days of leave in any window of the months that contains it
 * @param windowFirst first day of that window
 * @param windowLast its last day
 * @param ground why
 */
public record LeaveAuthority(
        Level level, int days, int totalDays, LocalDate windowFirst, LocalDate windowLast, Ground ground) {

    /** Who decides, lowest first. */
    public enum Level {
        OFFICE(Organisation.Level.OFFICE),
        COUNTY(Organisation.Level.COUNTY),
        CITY(Organisation.Level.CITY);

        private final Organisation.Level organisation;

        Level(Organisation.Level organisation) {
            this.organisation = organisation;
        }

        /** Whether an organisation of this level may decide: it, or one above it. */
        public boolean allows(Organisation.Level actual) {
            return actual.compareTo(organisation) <= 0;
        }
    }

    /** Why it is whose decision it is. */
    public enum Ground {
        /** Short enough for the office, which the county has charged with it. */
        DELEGATED,
        /** Short enough for an office, but the county keeps it. */
        KEPT_BY_COUNTY,
        OVER_OFFICE,
        OVER_COUNTY,
        /** Too much within the months. */
        OVER_TOTAL
    }

    /**
     * Days of leave, both ends included.
     *
     * @param returned whether the person has reported back: nothing goes on from it
     */
    public record Stretch(LocalDate first, LocalDate last, boolean returned) {

        public Stretch {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("leave ends before it begins");
            }
        }

        int within(LocalDate from, LocalDate to) {
            LocalDate begin = first.isBefore(from) ? from : first;
            LocalDate end = last.isAfter(to) ? to : last;
            return end.isBefore(begin) ? 0 : LegalDays.daysIncluded(begin, end);
        }

        private boolean adjoins(Stretch other) {
            return !first.isAfter(other.last.plusDays(1)) && !other.first.isAfter(last.plusDays(1));
        }

        private Stretch with(Stretch other) {
            return new Stretch(
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last,
                    false);
        }
    }

    /**
     * The figures of the law as they hold.
     *
     * @param officeDaysMax an office may decide up to so many
     * @param officeDelegated whether the county has charged its offices
     * @param countyDaysMax a county up to so many
     * @param totalDaysMax and up to so many in all
     * @param totalMonths within so many months
     */
    public record Figures(
            int officeDaysMax, boolean officeDelegated, int countyDaysMax, int totalDaysMax, int totalMonths) {}

    /**
     * Reckons.
     *
     * @param approved other leave of the same person that was approved and taken, or still may be
     */
    public static LeaveAuthority of(Stretch asked, List<Stretch> approved, Figures figures) {
        Stretch whole = joined(asked, approved);
        int days = LegalDays.daysIncluded(whole.first(), whole.last());
        LocalDate windowFirst = asked.first();
        LocalDate windowLast = asked.last();
        int total = total(asked, approved, windowFirst, windowLast);
        for (LocalDate first = asked.first();
                !lastOf(first, figures).isBefore(asked.last());
                first = first.minusDays(1)) {
            int in = total(asked, approved, first, lastOf(first, figures));
            if (in > total || first.equals(asked.first())) {
                total = in;
                windowFirst = first;
                windowLast = lastOf(first, figures);
            }
        }
        Ground ground = ground(days, total, figures);
        return new LeaveAuthority(level(ground), days, total, windowFirst, windowLast, ground);
    }

    private static LocalDate lastOf(LocalDate first, Figures figures) {
        return first.plusMonths(figures.totalMonths()).minusDays(1);
    }

    private static int total(Stretch asked, List<Stretch> approved, LocalDate from, LocalDate to) {
        return asked.within(from, to)
                + approved.stream().mapToInt(other -> other.within(from, to)).sum();
    }

    private static Stretch joined(Stretch asked, List<Stretch> approved) {
        Stretch whole = asked;
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Stretch other : approved) {
                Stretch wider = other.returned() || !whole.adjoins(other) ? whole : whole.with(other);
                grown |= !wider.first().equals(whole.first()) || !wider.last().equals(whole.last());
                whole = wider;
            }
        }
        return whole;
    }

    private static Ground ground(int days, int total, Figures figures) {
        if (days > figures.countyDaysMax()) {
            return Ground.OVER_COUNTY;
        }
        if (total > figures.totalDaysMax()) {
            return Ground.OVER_TOTAL;
        }
        if (days > figures.officeDaysMax()) {
            return Ground.OVER_OFFICE;
        }
        return figures.officeDelegated() ? Ground.DELEGATED : Ground.KEPT_BY_COUNTY;
    }

    private static Level level(Ground ground) {
        return switch (ground) {
            case DELEGATED -> Level.OFFICE;
            case KEPT_BY_COUNTY, OVER_OFFICE -> Level.COUNTY;
            case OVER_COUNTY, OVER_TOTAL -> Level.CITY;
        };
    }
}
