package org.guitu.web.education;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.web.limits.LimitTable;
import org.guitu.web.limits.Limits;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/**
 * The hours of one person.
 *
 * @param months the newest first
 */
record PersonHours(
        Person person,
        LocalDate today,
        List<Month> months,
        List<HoursStore.Credit> credits,
        Optional<HoursStore.Ability> ability,
        List<HoursStore.Admonition> admonitions) {

    private static final int MONTHS = 6;
    private static final int CREDITS = 60;

    /** One month; what was due in past months is reckoned by the class as it stands. */
    record Month(YearMonth month, MonthHours study, MonthHours work) {}

    boolean able() {
        return ability.map(HoursStore.Ability::able).orElse(true);
    }

    static PersonHours read(Handle handle, Person person, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, person.zone());
        LimitTable table = Limits.of(handle, person.organisationId());
        List<Month> months = new ArrayList<>();
        for (int back = 0; back < MONTHS; back++) {
            YearMonth month = YearMonth.from(today).minusMonths(back);
            months.add(new Month(
                    month,
                    MonthKeeper.hours(handle, person, Branch.STUDY, month, table),
                    MonthKeeper.hours(handle, person, Branch.WORK, month, table)));
        }
        return new PersonHours(
                person,
                today,
                months,
                HoursStore.credits(handle, person.id(), CREDITS),
                HoursStore.ability(handle, person.id()),
                HoursStore.admonitions(handle, person.id()));
    }
}
