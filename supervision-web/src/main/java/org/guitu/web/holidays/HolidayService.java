package org.guitu.web.holidays;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.OrganisationStore;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.calendar.WorkCalendar;
import org.guitu.web.calendar.WorkCalendars;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What may be done with the table of holidays: a place enters its own, which go before what holds everywhere. Thread-safe. */
public final class HolidayService {

    private final Jdbi jdbi;
    private final OrganisationStore organisations;
    private final Audit audit;
    private final InstantSource clock;

    public HolidayService(Jdbi jdbi, OrganisationStore organisations, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /** The days of a year, and whether this year and the next are known. */
    record Year(int year, List<Holiday> days, boolean known, boolean nextKnown) {}

    List<Organisation> organisations(Staff reader) {
        return jdbi.withHandle(handle -> organisations.list(handle, reader.scope()));
    }

    Year year(Organisation place, int year) {
        return jdbi.withHandle(handle -> {
            WorkCalendar calendar = WorkCalendars.of(handle, place.id());
            return new Year(
                    year,
                    HolidayStore.list(handle, place.id(), year),
                    calendar.knows(year),
                    calendar.knows(today(place).getYear() + 1));
        });
    }

    LocalDate today(Organisation place) {
        return LocalDate.ofInstant(clock.instant(), place.zone());
    }

    /** Enters one day for an organisation of the own subtree; answers its year. */
    Outcome<Integer> add(Staff staff, String organisation, String rawDay, String kind, String rawName) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Organisation place = place(handle, staff, organisation);
            Fields fields = new Fields();
            LocalDate day = fields.date("day", rawDay);
            boolean off = kind.equals("OFF");
            if (!off && !kind.equals("WORKED")) {
                fields.problem("kind", "ui.form.choose");
            }
            String name = fields.text("name", rawName, 60);
            if (!off && workedAnyway(handle, place, day)) {
                fields.problem("day", "holidays.error.worked-anyway");
            }
            fields.refuseIfAny();
            put(handle, staff, place, day, off, name);
            audit.record(handle, staff.id(), "holidays.add", null, "", detail(place, day));
            return day.getYear();
        }));
    }

    /** Takes an own day out of the table; what is announced for everywhere stays. */
    Outcome<Integer> remove(Staff staff, String organisation, String rawDay) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Organisation place = place(handle, staff, organisation);
            Fields fields = new Fields();
            LocalDate day = fields.date("day", rawDay);
            fields.refuseIfAny();
            if (!HolidayStore.supersede(handle, place.id(), day, staff.id())) {
                throw new Refused(Problems.FORM, "holidays.error.not-ours");
            }
            audit.record(handle, staff.id(), "holidays.remove", null, "", detail(place, day));
            return day.getYear();
        }));
    }

    /** What a list would change; nothing is saved. */
    List<HolidayChange> compare(Organisation place, HolidayFile file) {
        return jdbi.withHandle(handle -> HolidayChange.of(present(handle, place, file), file));
    }

    /** Enters a whole list; refused if anything in it is wrong. Answers how many days it changed. */
    Outcome<Integer> apply(Staff staff, String organisation, HolidayFile file) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Organisation place = place(handle, staff, organisation);
            if (!file.faults().isEmpty() || file.days().isEmpty()) {
                throw new Refused(Problems.FORM, "holidays.error.file");
            }
            List<HolidayChange> changes = HolidayChange.of(present(handle, place, file), file).stream()
                    .filter(change -> change.kind() != HolidayChange.Kind.SAME)
                    .toList();
            changes.forEach(change -> put(handle, staff, place, change.day(), change.off(), change.name()));
            audit.record(
                    handle,
                    staff.id(),
                    "holidays.import",
                    null,
                    "",
                    Map.of("organisation", place.id(), "days", changes.size()));
            return changes.size();
        }));
    }

    private static List<Holiday> present(Handle handle, Organisation place, HolidayFile file) {
        return file.days().keySet().stream()
                .map(LocalDate::getYear)
                .distinct()
                .flatMap(year -> HolidayStore.list(handle, place.id(), year).stream())
                .toList();
    }

    private static void put(Handle handle, Staff staff, Organisation place, LocalDate day, boolean off, String name) {
        HolidayStore.supersede(handle, place.id(), day, staff.id());
        HolidayStore.insert(handle, place.id(), day, off, name, staff.id());
    }

    /** A day on which one works even without being told. */
    private static boolean workedAnyway(Handle handle, Organisation place, LocalDate day) {
        boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return weekday && WorkCalendars.of(handle, place.id()).isWorkingDay(day);
    }

    private static Map<String, Object> detail(Organisation place, LocalDate day) {
        return Map.of("organisation", place.id(), "day", day.toString());
    }

    /** Days decide when a limit is over: what binds an office is set by the county or above, whoever acts there. */
    static boolean maySet(Organisation actsIn) {
        return actsIn.level().compareTo(Organisation.Level.COUNTY) <= 0;
    }

    private Organisation place(Handle handle, Staff staff, String organisation) {
        if (!maySet(staff.organisation())) {
            throw new Refused(Problems.FORM, "holidays.error.level");
        }
        return (organisation.matches("\\d{1,18}")
                        ? organisations.find(handle, staff.scope(), Long.parseLong(organisation))
                        : Optional.<Organisation>empty())
                .orElseThrow(() -> new Refused(Problems.FORM, "holidays.error.organisation"));
    }
}
