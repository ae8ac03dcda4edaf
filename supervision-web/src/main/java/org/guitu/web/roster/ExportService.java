package org.guitu.web.roster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Lang;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonQuery;
import org.jdbi.v3.core.Jdbi;

/** Writes the people a list shows to a file, for a purpose that is recorded before anything is written. */
public final class ExportService {

    /** People in one file. */
    static final int PEOPLE_MAX = 50_000;

    private final Jdbi jdbi;
    private final PeopleService people;
    private final Audit audit;
    private final RosterWords words = new RosterWords();

    public ExportService(Jdbi jdbi, PeopleService people, Audit audit) {
        this.jdbi = jdbi;
        this.people = people;
        this.audit = audit;
    }

    /**
     * The file.
     *
     * @param purpose why it is wanted, at least two characters
     * @param wholeIdentity whether identity numbers are written whole
     */
    Outcome<byte[]> write(
            Staff staff, PersonQuery query, Format format, String purpose, boolean wholeIdentity, Lang lang) {
        return Outcome.of(() -> {
            Fields fields = new Fields();
            String why = fields.text("purpose", purpose, 300);
            if (!why.isEmpty() && why.length() < 2) {
                fields.problem("purpose", "roster.error.purpose");
            }
            List<Person> found = people.list(staff, query, PEOPLE_MAX + 1);
            if (found.size() > PEOPLE_MAX) {
                fields.problem("purpose", "roster.error.too-many-people", PEOPLE_MAX);
            }
            fields.refuseIfAny();
            jdbi.useTransaction(handle -> audit.record(
                    handle,
                    staff.id(),
                    "roster.export",
                    null,
                    why,
                    Map.of(
                            "people",
                            found.size(),
                            "format",
                            format.name(),
                            "whole",
                            wholeIdentity,
                            "category",
                            name(query.category()),
                            "class",
                            name(query.supervisionClass()),
                            "state",
                            name(query.state()))));
            RosterTable table = new RosterTable(words, lang, wholeIdentity);
            List<List<String>> rows = found.stream().map(table::cells).toList();
            return format == Format.CSV
                    ? RosterFiles.csv(table.headings(), rows)
                    : RosterFiles.xlsx(words.text(lang, "people.title"), table.headings(), rows);
        });
    }

    byte[] template(Lang lang) {
        return RosterFiles.template(words, lang);
    }

    private static String name(Optional<? extends Enum<?>> value) {
        return value.map(Enum::name).orElse("");
    }
}
