package org.guitu.web.holidays;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.guitu.web.form.Problem;

/**
 * A list of holidays as it was pasted: lines of {@code first,last,kind,name} or {@code day,kind,name}, with commas of either width or tabs
 * between; the kind is 休 or 班. Lines that begin with {@code #} and blank ones are passed over. Pure.
 *
 * @param days by day, in their order
 * @param faults what is wrong, by the number of the line
 */
record HolidayFile(Map<LocalDate, Entry> days, Map<Integer, Problem> faults) {

    static final int LINES_MAX = 400;
    private static final int SPAN_MAX = 31;
    private static final int NAME_MAX = 60;
    private static final Set<String> OFF = Set.of("休", "休息", "放假", "off");
    private static final Set<String> WORKED = Set.of("班", "上班", "调休上班", "work");

    /** One day. */
    record Entry(boolean off, String name) {}

    static HolidayFile read(String text) {
        Map<LocalDate, Entry> days = new TreeMap<>();
        Map<Integer, Problem> faults = new TreeMap<>();
        List<String> lines = text.lines().limit(LINES_MAX + 1L).toList();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (number > LINES_MAX) {
                faults.put(number, Problem.of("holidays.error.lines", LINES_MAX));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    line(line, days);
                } catch (Fault fault) {
                    faults.put(number, fault.problem);
                }
            }
        }
        return new HolidayFile(days, faults);
    }

    private static void line(String line, Map<LocalDate, Entry> days) {
        List<String> parts = new ArrayList<>(
                List.of(line.split("[,，\t]", -1)).stream().map(String::strip).toList());
        if (parts.size() == 3) {
            parts.add(1, "");
        }
        if (parts.size() != 4) {
            throw new Fault(Problem.of("holidays.error.columns"));
        }
        LocalDate first = day(parts.get(0));
        LocalDate last = parts.get(1).isEmpty() ? first : day(parts.get(1));
        if (last.isBefore(first) || last.isAfter(first.plusDays(SPAN_MAX - 1))) {
            throw new Fault(Problem.of("holidays.error.span", SPAN_MAX));
        }
        boolean off = OFF.contains(parts.get(2));
        if (!off && !WORKED.contains(parts.get(2))) {
            throw new Fault(Problem.of("holidays.error.kind", parts.get(2)));
        }
        String name = parts.get(3);
        if (name.isEmpty() || name.length() > NAME_MAX) {
            throw new Fault(Problem.of("holidays.error.name", NAME_MAX));
        }
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (days.putIfAbsent(day, new Entry(off, name)) != null) {
                throw new Fault(Problem.of("holidays.error.twice", day));
            }
        }
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text.replace('/', '-').replace('.', '-'));
            if (day.getYear() >= 2000 && day.getYear() <= 2100) {
                return day;
            }
        } catch (DateTimeParseException notADay) {
            // told below, like a day of another century
        }
        throw new Fault(Problem.of("holidays.error.day", text));
    }

    private static final class Fault extends RuntimeException {

        private final transient Problem problem;

        Fault(Problem problem) {
            super(problem.key(), null, false, false);
            this.problem = problem;
        }
    }
}
