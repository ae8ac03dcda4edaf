package org.guitu.web.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Option;
import org.guitu.web.form.Problems;
import org.guitu.web.people.PersonForm;

/** Turns the lines of a file into people's forms. Pure. */
final class RosterReader {

    private static final Pattern DATE = Pattern.compile("(\\d{4})\\D?(\\d{1,2})\\D?(\\d{1,2})日?");

    /**
     * A line as a form.
     *
     * @param problems what cannot even be put into a form
     */
    record Entry(int line, String name, String caseNumber, PersonForm form, Problems problems) {}

    /**
     * A file that was read.
     *
     * @param unknown headings that mean nothing to us: their columns are left out
     */
    record Reading(List<Entry> entries, List<String> unknown) {
        Reading {
            entries = List.copyOf(entries);
            unknown = List.copyOf(unknown);
        }
    }

    private final RosterWords words;
    private final Map<String, String> organisations;
    private final Map<String, String> officers = new HashMap<>();

    /**
     * @param organisations those one may enter people for; the label is the name
     * @param officers those who may be responsible; the label is the name, {@code " · "} and the organisation
     */
    RosterReader(RosterWords words, List<Option> organisations, List<Option> officers) {
        this.words = words;
        this.organisations = byLabel(organisations);
        for (Option officer : officers) {
            this.officers.put(officer.label().replaceAll("\\s", ""), officer.value());
            int end = officer.label().indexOf(" · ");
            // A name that two officers bear names neither.
            this.officers.merge(
                    end < 0 ? officer.label() : officer.label().substring(0, end), officer.value(), (a, b) -> "");
        }
    }

    Reading read(Grid grid) throws BadFile {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < grid.head().size(); i++) {
            Optional<Column> column = words.column(grid.head().get(i));
            if (column.isPresent()) {
                columns.putIfAbsent(column.get(), i);
            } else if (!grid.head().get(i).isBlank()) {
                unknown.add(grid.head().get(i));
            }
        }
        if (!columns.containsKey(Column.NAME) || !columns.containsKey(Column.CASE_NUMBER)) {
            throw new BadFile("roster.error.no-headings");
        }
        return new Reading(
                grid.lines().stream().map(line -> entry(line, columns)).toList(), unknown);
    }

    private Entry entry(Grid.Line line, Map<Column, Integer> columns) {
        Map<String, String> fields = new HashMap<>();
        Fields problems = new Fields();
        columns.forEach((column, index) -> {
            String cell = line.cell(index);
            if (!cell.isEmpty()) {
                fields.put(column.field(), value(column, cell, problems));
            }
        });
        fields.putIfAbsent("supervisionClass", "NORMAL");
        return new Entry(
                line.number(),
                fields.getOrDefault("name", ""),
                fields.getOrDefault("caseNumber", ""),
                PersonForm.of(fields),
                problems.problems());
    }

    private String value(Column column, String cell, Fields problems) {
        if (column.date()) {
            return date(cell);
        }
        return switch (column) {
            case ORGANISATION -> named(column, organisations, cell, "roster.error.organisation", problems);
            case OFFICER -> named(column, officers, cell, "roster.error.officer", problems);
            default -> words.choice(column, cell);
        };
    }

    private static String named(Column column, Map<String, String> known, String name, String error, Fields problems) {
        String id = known.getOrDefault(name.strip(), known.getOrDefault(name.replaceAll("\\s", ""), ""));
        if (id.isEmpty()) {
            problems.problem(column.field(), error, name);
        }
        return id;
    }

    /** A date in any of the usual forms as {@code 2026-11-30}; what is none stays as it is, to be refused by the form. */
    static String date(String cell) {
        Matcher found = DATE.matcher(cell.strip());
        if (!found.matches()) {
            return cell;
        }
        try {
            return LocalDate.of(
                            Integer.parseInt(found.group(1)),
                            Integer.parseInt(found.group(2)),
                            Integer.parseInt(found.group(3)))
                    .toString();
        } catch (DateTimeException none) {
            return cell;
        }
    }

    private static Map<String, String> byLabel(List<Option> options) {
        Map<String, String> byLabel = new HashMap<>();
        options.forEach(option -> byLabel.merge(option.label(), option.value(), (a, b) -> ""));
        return byLabel;
    }
}
