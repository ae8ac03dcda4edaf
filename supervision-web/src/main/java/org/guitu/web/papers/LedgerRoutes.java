package org.guitu.web.papers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Option;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.Choices;

/** The page from which ledgers are taken. */
public final class LedgerRoutes {

    private static final int FIRST_YEAR = 2000;

    private final LedgerService ledgers;
    private final Choices choices;

    public LedgerRoutes(LedgerService ledgers, Choices choices) {
        this.ledgers = ledgers;
        this.choices = choices;
    }

    void mount(Routes routes) {
        routes.page("/ledgers", Permission.EDIT_PEOPLE, this::ask);
        routes.page("/ledgers/{ledger}/xlsx", Permission.EDIT_PEOPLE, this::file);
    }

    private Reply ask(Request request) {
        Staff staff = request.staff();
        Form form = Form.filled(Map.of(
                "organisationId", Long.toString(staff.organisation().id()),
                "year", Integer.toString(ledgers.thisYear(staff))));
        return page(staff, form);
    }

    private Reply page(Staff staff, Form form) {
        List<Option> organisations = choices.organisations(staff);
        return Reply.html("papers/ledgers", page -> LedgersView.of(page, form, organisations))
                .withStatus(form.valid() ? 200 : 422);
    }

    private Reply file(Request request) {
        Staff staff = request.staff();
        LedgerKind kind = LedgerKind.ofSlug(request.param("ledger")).orElseThrow(Refusal::notFound);
        long organisation =
                request.queryLong("organisationId").orElse(staff.organisation().id());
        int thisYear = ledgers.thisYear(staff);
        Fields fields = new Fields();
        int year =
                fields.integer("year", request.query("year").orElse(Integer.toString(thisYear)), FIRST_YEAR, thisYear);
        if (fields.has("year")) {
            throw Refusal.badRequest();
        }
        String name = kind.slug() + "-" + organisation + (kind.ofPeople() ? "" : "-" + year) + ".xlsx";
        Outcome<Optional<byte[]>> written = ledgers.write(
                staff, kind, organisation, year, request.query("purpose").orElse(""));
        return switch (written) {
            case Outcome.Ok<Optional<byte[]>>(Optional<byte[]> file) ->
                file.map(bytes -> Downloads.file(bytes, Downloads.XLSX, name, ledgers.fileName(kind, year)))
                        .orElseThrow(Refusal::notFound);
            case Outcome.Invalid<Optional<byte[]>>(Problems problems) ->
                page(staff, Answers.refused(request.queryForm(), problems));
        };
    }
}
