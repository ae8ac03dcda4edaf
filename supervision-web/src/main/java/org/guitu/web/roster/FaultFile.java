package org.guitu.web.roster;

import java.util.List;
import org.guitu.web.access.Lang;
import org.guitu.web.http.Reply;

/** All faults of a file as a file. */
record FaultFile(RosterWords words, Lang lang, List<String> headings, List<Trial.Fault> faults) {

    Reply reply() {
        List<List<String>> rows = faults.stream()
                .map(fault -> List.of(
                        Integer.toString(fault.line()),
                        fault.name(),
                        column(fault.field()),
                        words.text(
                                lang,
                                fault.problem().key(),
                                fault.problem().arguments().toArray())))
                .toList();
        return RosterFeature.file(RosterFiles.csv(headings, rows), Format.CSV, "faults.csv");
    }

    private String column(String field) {
        for (Column column : Column.values()) {
            if (column.field().equals(field)) {
                return words.text(lang, column.heading());
            }
        }
        return "";
    }
}
