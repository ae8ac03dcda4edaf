package org.guitu.web.leave;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.guitu.web.access.Organisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose decision leave is: by its days, by all days within two months, and by what the county leaves to its offices. */
class LeaveAuthorityTest {

    private static final LeaveAuthority.Figures LAW = new LeaveAuthority.Figures(7, true, 30, 30, 2);
    private static final LeaveAuthority.Figures KEPT = new LeaveAuthority.Figures(7, false, 30, 30, 2);

    @ParameterizedTest
    @CsvSource({
        "2027-05-01, 2027-05-01,  1, OFFICE, DELEGATED",
        "2027-05-01, 2027-05-07,  7, OFFICE, DELEGATED",
        "2027-05-01, 2027-05-08,  8, COUNTY, OVER_OFFICE",
        "2027-05-01, 2027-05-30, 30, COUNTY, OVER_OFFICE",
        "2027-05-01, 2027-05-31, 31, CITY,   OVER_COUNTY",
        "2027-05-01, 2027-08-31, 123, CITY,  OVER_COUNTY",
    })
    void daysOfOneLeaveCountBothEnds(String first, String last, int days, String level, String ground) {
        LeaveAuthority authority = LeaveAuthority.of(days(first, last), List.of(), LAW);
        assertThat(authority.days()).isEqualTo(days);
        assertThat(authority.totalDays()).isEqualTo(days);
        assertThat(authority.level()).hasToString(level);
        assertThat(authority.ground()).hasToString(ground);
    }

    @Test
    void whatTheCountyKeepsIsItsOwnDecision() {
        LeaveAuthority authority = LeaveAuthority.of(days("2027-05-01", "2027-05-02"), List.of(), KEPT);
        assertThat(authority.level()).isEqualTo(LeaveAuthority.Level.COUNTY);
        assertThat(authority.ground()).isEqualTo(LeaveAuthority.Ground.KEPT_BY_COUNTY);
        assertThat(LeaveAuthority.of(days("2027-05-01", "2027-05-31"), List.of(), KEPT)
                        .level())
                .isEqualTo(LeaveAuthority.Level.CITY);
    }

    @ParameterizedTest
    @CsvSource({
        // approved before            asked                       total level
        "2027-05-01/2027-05-20,       2027-05-25/2027-06-04,      31,   CITY",
        "2027-05-01/2027-05-20,       2027-05-25/2027-06-03,      30,   COUNTY",
        "2027-05-25/2027-06-13,       2027-05-01/2027-05-11,      31,   CITY",
        "2027-05-01/2027-05-24,       2027-06-10/2027-06-16,      31,   CITY",
        "2027-05-01/2027-05-23,       2027-06-10/2027-06-16,      30,   OFFICE",
        // only what lies in one and the same two months: 6 March to 5 May holds 15 of the 20 days
        "2027-03-01/2027-03-20,       2027-04-25/2027-05-05,      26,   COUNTY",
        "2027-01-01/2027-01-30,       2027-05-01/2027-05-07,      7,    OFFICE",
        // the last of February: two months that end on 28 April begin on 1 March
        "2027-02-26/2027-03-24,       2027-04-22/2027-04-28,      31,   CITY",
    })
    void allDaysWithinTwoMonthsCount(String before, String asked, int total, String level) {
        LeaveAuthority authority = LeaveAuthority.of(days(asked), List.of(days(before)), LAW);
        assertThat(authority.totalDays()).isEqualTo(total);
        assertThat(authority.level()).hasToString(level);
        assertThat(authority.windowFirst().plusMonths(2).minusDays(1)).isEqualTo(authority.windowLast());
        assertThat(authority.windowFirst()).isBeforeOrEqualTo(days(asked).first());
        assertThat(authority.windowLast()).isAfterOrEqualTo(days(asked).last());
    }

    @Test
    void manyShortOnesAddUp() {
        List<LeaveAuthority.Stretch> before = List.of(
                days("2027-05-01", "2027-05-06"),
                days("2027-05-10", "2027-05-15"),
                days("2027-05-20", "2027-05-25"),
                days("2027-06-01", "2027-06-06"));
        assertThat(LeaveAuthority.of(days("2027-06-10", "2027-06-15"), before, LAW))
                .extracting(LeaveAuthority::totalDays, LeaveAuthority::level)
                .containsExactly(30, LeaveAuthority.Level.OFFICE);
        assertThat(LeaveAuthority.of(days("2027-06-10", "2027-06-16"), before, LAW))
                .extracting(LeaveAuthority::totalDays, LeaveAuthority::level, LeaveAuthority::ground)
                .containsExactly(31, LeaveAuthority.Level.CITY, LeaveAuthority.Ground.OVER_TOTAL);
    }

    @Test
    void leaveThatGoesOnCountsWithWhatItGoesOnFrom() {
        LeaveAuthority.Stretch first = days("2027-05-01", "2027-05-05");
        assertThat(LeaveAuthority.of(days("2027-05-06", "2027-05-08"), List.of(first), LAW))
                .extracting(LeaveAuthority::days, LeaveAuthority::level)
                .containsExactly(8, LeaveAuthority.Level.COUNTY);
        assertThat(LeaveAuthority.of(days("2027-05-07", "2027-05-09"), List.of(first), LAW))
                .as("with a day at home between it is another leave")
                .extracting(LeaveAuthority::days, LeaveAuthority::level)
                .containsExactly(3, LeaveAuthority.Level.OFFICE);
    }

    @Test
    void whoReturnedAndGoesAgainBeginsANewLeave() {
        var returned = new LeaveAuthority.Stretch(LocalDate.parse("2027-05-01"), LocalDate.parse("2027-05-05"), true);
        assertThat(LeaveAuthority.of(days("2027-05-06", "2027-05-08"), List.of(returned), LAW))
                .extracting(LeaveAuthority::days, LeaveAuthority::totalDays, LeaveAuthority::level)
                .containsExactly(3, 8, LeaveAuthority.Level.OFFICE);
    }

    @Test
    void piecesThatAdjoinOnBothSidesAreOne() {
        List<LeaveAuthority.Stretch> around =
                List.of(days("2027-05-20", "2027-06-02"), days("2027-05-01", "2027-05-12"));
        assertThat(LeaveAuthority.of(days("2027-05-13", "2027-05-19"), around, LAW))
                .extracting(LeaveAuthority::days, LeaveAuthority::level, LeaveAuthority::ground)
                .containsExactly(33, LeaveAuthority.Level.CITY, LeaveAuthority.Ground.OVER_COUNTY);
    }

    @Test
    void aHigherOrganisationDecidesForALower() {
        assertThat(Arrays.stream(LeaveAuthority.Level.values())
                        .flatMap(level -> Arrays.stream(Organisation.Level.values())
                                .filter(level::allows)
                                .map(allowed -> level + " by " + allowed)))
                .containsExactlyInAnyOrder(
                        "OFFICE by PROVINCE",
                        "OFFICE by CITY",
                        "OFFICE by COUNTY",
                        "OFFICE by OFFICE",
                        "COUNTY by PROVINCE",
                        "COUNTY by CITY",
                        "COUNTY by COUNTY",
                        "CITY by PROVINCE",
                        "CITY by CITY");
    }

    private static LeaveAuthority.Stretch days(String first, String last) {
        return new LeaveAuthority.Stretch(LocalDate.parse(first), LocalDate.parse(last), false);
    }

    private static LeaveAuthority.Stretch days(String span) {
        String[] ends = span.split("/");
        return days(ends[0], ends[1]);
    }
}
