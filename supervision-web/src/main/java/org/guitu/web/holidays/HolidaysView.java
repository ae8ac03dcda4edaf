package org.guitu.web.holidays;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Choice;
import org.guitu.web.ui.Page;

/**
 * The holidays of a year in a place.
 *
 * @param warnings which years are not known yet
 * @param above why one who may set days elsewhere may not set them here, {@code ""} for everybody else
 * @param checked what a pasted list would do; empty before one was looked through
 */
public record HolidaysView(
        long organisationId,
        String place,
        List<Choice> organisations,
        int year,
        List<String> warnings,
        List<Row> rows,
        boolean mayEdit,
        String above,
        Form form,
        Form list,
        List<Option> kinds,
        Optional<Checked> checked) {

    /** One day; {@code day} goes back in the form that removes it, which only our own days have. */
    public record Row(
            String day, String weekday, String kind, String tone, String name, String whose, boolean removable) {}

    /** A list that was looked through. */
    public record Checked(String summary, List<String> faults, List<Row> rows, boolean applicable) {}

    static HolidaysView of(
            Page page,
            List<Organisation> organisations,
            Organisation place,
            HolidayService.Year year,
            int thisYear,
            Form form,
            Form list,
            Optional<Checked> checked) {
        boolean entitled = page.may(Permission.EDIT_LIMITS);
        boolean may = entitled
                && page.staff()
                        .filter(staff -> HolidayService.maySet(staff.organisation()))
                        .isPresent();
        return new HolidaysView(
                place.id(),
                place.name(),
                organisations.stream()
                        .map(known -> new Choice(Long.toString(known.id()), known.name(), known.id() == place.id()))
                        .toList(),
                year.year(),
                warnings(page, year, thisYear),
                year.days().stream().map(day -> row(page, place, day, may)).toList(),
                may,
                entitled && !may ? page.text("holidays.error.level") : "",
                form,
                list,
                List.of(
                        new Option("OFF", page.text("holidays.kind.OFF")),
                        new Option("WORKED", page.text("holidays.kind.WORKED"))),
                checked);
    }

    private static List<String> warnings(Page page, HolidayService.Year year, int thisYear) {
        if (!year.known()) {
            return List.of(page.text("holidays.unknown", Integer.toString(year.year())));
        }
        return year.nextKnown() ? List.of() : List.of(page.text("holidays.unknown", Integer.toString(thisYear + 1)));
    }

    private static Row row(Page page, Organisation place, Holiday day, boolean may) {
        boolean ours = day.organisationId().equals(Optional.of(place.id()));
        return row(
                page,
                day.day(),
                day.off(),
                day.name(),
                day.organisationId().isEmpty() ? page.text("holidays.everywhere") : day.organisationName(),
                may && ours);
    }

    private static Row row(Page page, LocalDate day, boolean off, String name, String whose, boolean removable) {
        return new Row(
                page.times().date(day),
                day.getDayOfWeek().getDisplayName(TextStyle.SHORT, page.lang().locale()),
                page.text("holidays.kind." + (off ? "OFF" : "WORKED")),
                off ? "good" : "warn",
                name,
                whose,
                removable);
    }

    static Checked checked(Page page, HolidayFile file, List<HolidayChange> changes) {
        List<String> faults = file.faults().entrySet().stream()
                .map(fault -> page.text(
                        "holidays.fault",
                        Integer.toString(fault.getKey()),
                        page.text(
                                fault.getValue().key(),
                                fault.getValue().arguments().toArray())))
                .toList();
        Map<HolidayChange.Kind, Long> counts = changes.stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        HolidayChange::kind, java.util.stream.Collectors.counting()));
        long fresh = counts.getOrDefault(HolidayChange.Kind.NEW, 0L);
        long changed = counts.getOrDefault(HolidayChange.Kind.CHANGED, 0L);
        long same = counts.getOrDefault(HolidayChange.Kind.SAME, 0L);
        return new Checked(
                faults.isEmpty()
                        ? page.text("holidays.checked", fresh, changed, same)
                        : page.text("holidays.faults", faults.size()),
                faults,
                changes.stream()
                        .map(change -> row(
                                page,
                                change.day(),
                                change.off(),
                                change.name(),
                                page.text("holidays.change." + change.kind()),
                                false))
                        .toList(),
                faults.isEmpty() && fresh + changed > 0);
    }
}
