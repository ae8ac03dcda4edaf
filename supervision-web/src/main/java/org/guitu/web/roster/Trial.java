package org.guitu.web.roster;

import java.util.ArrayList;
import java.util.List;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Problem;
import org.guitu.web.people.Enrolment.Checked;
import org.guitu.web.people.Similar;

/**
 * What would become of a file.
 *
 * @param good rows that can be entered
 * @param known rows of people who are on the books already
 * @param faults what is wrong, a line for each cell, in the order of the file
 * @param alike rows of people who may be on the books already, for whom that is to be confirmed
 * @param unknown headings that were not understood
 */
record Trial(int good, int known, int bad, List<Fault> faults, List<Alike> alike, List<String> unknown) {

    /** One thing wrong with one cell. */
    record Fault(int line, String name, String field, Problem problem) {}

    /** One row of someone who may be another. */
    record Alike(int line, String name, Similar similar) {}

    Trial {
        faults = List.copyOf(faults);
        alike = List.copyOf(alike);
        unknown = List.copyOf(unknown);
    }

    static Trial of(RosterReader.Reading reading, List<Checked> checked) {
        int good = 0;
        int known = 0;
        int bad = 0;
        List<Fault> faults = new ArrayList<>();
        List<Alike> alike = new ArrayList<>();
        for (int i = 0; i < checked.size(); i++) {
            RosterReader.Entry entry = reading.entries().get(i);
            Checked one = checked.get(i);
            Fields all = new Fields(entry.problems());
            one.problems().byField().forEach((field, problem) -> {
                if (!all.has(field)) {
                    all.problem(field, problem.key(), problem.arguments().toArray());
                }
            });
            all.problems()
                    .byField()
                    .forEach((field, problem) -> faults.add(new Fault(entry.line(), entry.name(), field, problem)));
            if (!all.problems().isEmpty()) {
                bad++;
            } else if (one.known()) {
                known++;
            } else {
                good++;
                if (!one.similar().isEmpty()) {
                    alike.add(new Alike(entry.line(), entry.name(), one.similar()));
                }
            }
        }
        return new Trial(good, known, bad, faults, alike, reading.unknown());
    }
}
