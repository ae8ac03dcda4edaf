package org.guitu.web.papers;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Lang;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.OrganisationStore;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.papers.Ledger.Column;
import org.guitu.web.ui.Messages;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Writes out ledgers, each time leaving word of it. Ledgers are in Chinese, as papers are. Thread-safe. */
public final class LedgerService {

    private final Jdbi jdbi;
    private final Messages words;
    private final Audit audit;
    private final InstantSource clock;

    /** @param words of papers and people */
    public LedgerService(Jdbi jdbi, Messages words, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    int thisYear(Staff staff) {
        return today(staff).getYear();
    }

    /** Its Chinese name as a file. */
    String fileName(LedgerKind kind, int year) {
        return word("papers.ledger." + kind) + (kind.ofPeople() ? "" : year) + ".xlsx";
    }

    /**
     * A ledger as XLSX; empty if the organisation is not in the subtree of the staff.
     *
     * @param year of a register of papers
     * @param purpose why it is wanted, at least two characters; recorded
     */
    Outcome<Optional<byte[]>> write(Staff staff, LedgerKind kind, long organisationId, int year, String purpose) {
        return Outcome.of(() -> {
            Fields fields = new Fields();
            String why = fields.text("purpose", purpose, 300);
            if (why.length() == 1) {
                fields.problem("purpose", "papers.ledgers.error.purpose");
            }
            fields.refuseIfAny();
            return jdbi.inTransaction(handle -> new OrganisationStore()
                    .find(handle, staff.scope(), organisationId)
                    .map(organisation -> LedgerBook.write(read(handle, staff, kind, organisation, year, why))));
        });
    }

    private Ledger read(
            Handle handle, Staff staff, LedgerKind kind, Organisation organisation, int year, String purpose) {
        LedgerStore.Of of = new LedgerStore.Of(organisation.path(), staff.may(Permission.VIEW_MINORS));
        List<List<String>> rows = kind.ofPeople()
                ? LedgerStore.people(handle, of, kind == LedgerKind.RESETTLEMENT_ROSTER, this::word)
                : LedgerStore.papers(handle, of, kind.papers(), year);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("ledger", kind.name());
        detail.put("organisation", organisation.id());
        detail.put("rows", rows.size());
        audit.record(handle, staff.id(), "papers.ledger", null, purpose, detail);
        String asOf = kind.ofPeople()
                ? words.text(Lang.ZH, "papers.ledger.as-of", organisation.name(), ChineseDate.plain(today(staff)))
                : words.text(
                        Lang.ZH,
                        "papers.ledger.of-year",
                        organisation.name(),
                        Integer.toString(year),
                        ChineseDate.plain(today(staff)));
        return new Ledger(word("papers.ledger." + kind), asOf, columns(kind), numbered(rows));
    }

    private List<Column> columns(LedgerKind kind) {
        return switch (kind) {
            case ROSTER ->
                columns(
                        "seq:6 case:20 name:12 sex:6 born:12 identity:22 category:14 class:10 state:12 from:12 to:12 phone:16 address:34 office:20 officer:12");
            case RESETTLEMENT_ROSTER ->
                columns(
                        "seq:6 case:20 name:12 sex:6 born:12 identity:22 released:12 phone:16 address:34 office:20 officer:12");
            case NOTICES, SERVICE_CERTIFICATES, REFERRALS, PAPERS ->
                columns("seq:6 number:28 title:30 name:12 case:20 day:12 issuer:22 by:12 office:20 void:24");
        };
    }

    private List<Column> columns(String spec) {
        List<Column> columns = new ArrayList<>();
        for (String column : spec.split(" ", -1)) {
            String[] parts = column.split(":", -1);
            columns.add(new Column(word("papers.column." + parts[0]), Integer.parseInt(parts[1])));
        }
        return columns;
    }

    private static List<List<String>> numbered(List<List<String>> rows) {
        List<List<String>> numbered = new ArrayList<>(rows.size());
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>(row.size() + 1);
            cells.add(Integer.toString(numbered.size() + 1));
            cells.addAll(row);
            numbered.add(cells);
        }
        return numbered;
    }

    private String word(String key) {
        return words.text(Lang.ZH, key);
    }

    private LocalDate today(Staff staff) {
        return LocalDate.ofInstant(clock.instant(), staff.organisation().zone());
    }
}
