package org.guitu.web.papers;

import java.util.Arrays;
import java.util.List;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/** The words of the page from which ledgers are taken. */
public record LedgersView(Form form, List<Option> organisations, List<Row> rosters, List<Row> registers) {

    /** One ledger. */
    public record Row(String title, String hint, String href) {}

    static LedgersView of(Page page, Form form, List<Option> organisations) {
        return new LedgersView(form, organisations, rows(page, true), rows(page, false));
    }

    private static List<Row> rows(Page page, boolean ofPeople) {
        return Arrays.stream(LedgerKind.values())
                .filter(kind -> kind.ofPeople() == ofPeople)
                .map(kind -> new Row(
                        page.text("papers.ledger." + kind),
                        page.text("papers.ledger.hint." + kind),
                        "/ledgers/" + kind.slug() + "/xlsx"))
                .toList();
    }
}
