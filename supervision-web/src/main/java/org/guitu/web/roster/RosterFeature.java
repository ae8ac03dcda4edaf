package org.guitu.web.roster;

import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.PersonQuery;
import org.guitu.web.ui.Page;

/** The pages by which lists of people come in and go out as files. */
public final class RosterFeature implements Feature {

    /** The file and the fields around it. */
    private static final int UPLOAD_BYTES_MAX = (10 << 20) + (64 << 10);

    private final ImportService imports;
    private final ExportService exports;

    public RosterFeature(ImportService imports, ExportService exports) {
        this.imports = imports;
        this.exports = exports;
    }

    @Override
    public String name() {
        return "roster";
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/roster/import", Permission.EDIT_PEOPLE, request -> ask(Form.empty()));
        routes.upload("/roster/import", Permission.EDIT_PEOPLE, UPLOAD_BYTES_MAX, this::upload);
        routes.page("/roster/template", Permission.EDIT_PEOPLE, this::template);
        routes.page("/roster/import/{id}", Permission.EDIT_PEOPLE, request -> trial(request, Form.empty()));
        routes.page("/roster/import/{id}/faults", Permission.EDIT_PEOPLE, this::faults);
        routes.form("/roster/import/{id}", Permission.EDIT_PEOPLE, this::apply);
        routes.page("/roster/export", Permission.EDIT_PEOPLE, request -> export(request.queryForm()));
        routes.form("/roster/export", Permission.EDIT_PEOPLE, this::write);
    }

    private static Reply ask(Form form) {
        return Reply.html("roster/import", page -> form).withStatus(form.valid() ? 200 : 422);
    }

    private Reply upload(Request request) {
        return switch (imports.upload(request.staff(), request.file("file"))) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/roster/import/" + id);
            case Outcome.Invalid<Long>(Problems problems) -> ask(Answers.refused(request.form(), problems));
        };
    }

    private Reply template(Request request) {
        return file(exports.template(request.lang()), Format.XLSX, "template.xlsx");
    }

    private Reply trial(Request request, Form form) {
        ImportService.State state = state(request);
        return Reply.html("roster/trial", page -> TrialView.of(page, request.id("id"), state, form))
                .withStatus(form.valid() ? 200 : 422);
    }

    private Reply faults(Request request) {
        List<Trial.Fault> faults = state(request).trial().faults();
        RosterWords words = new RosterWords();
        List<String> headings = List.of(
                words.text(request.lang(), "roster.line"),
                words.text(request.lang(), "people.name"),
                words.text(request.lang(), "roster.column"),
                words.text(request.lang(), "roster.fault"));
        return new FaultFile(words, request.lang(), headings, faults).reply();
    }

    private Reply apply(Request request) {
        Form form = request.form();
        boolean skipBad = Fields.isOn(form.text("skipBad"));
        boolean confirmed = Fields.isOn(form.text("similar"));
        return switch (imports.apply(request.staff(), request.id("id"), skipBad, confirmed)) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/roster/import/" + request.id("id"));
            case Outcome.Invalid<Long>(Problems problems) -> trial(request, Answers.refused(form, problems));
        };
    }

    private static Reply export(Form form) {
        return Reply.html("roster/export", (Page page) -> (Object) ExportView.of(page, form))
                .withStatus(form.valid() ? 200 : 422);
    }

    private Reply write(Request request) {
        Form form = request.form();
        Format format = "CSV".equals(form.text("format")) ? Format.CSV : Format.XLSX;
        Outcome<byte[]> written = exports.write(
                request.staff(),
                PersonQuery.of(form),
                format,
                form.text("purpose"),
                Fields.isOn(form.text("whole")),
                request.lang());
        return switch (written) {
            case Outcome.Ok<byte[]>(byte[] bytes) -> file(bytes, format, format.fileName());
            case Outcome.Invalid<byte[]>(Problems problems) -> export(Answers.refused(form, problems));
        };
    }

    static Reply file(byte[] bytes, Format format, String name) {
        return Reply.bytes(bytes, format.contentType())
                .withHeader("content-disposition", "attachment; filename=\"" + name + "\"")
                .withHeader("cache-control", "no-store");
    }

    private ImportService.State state(Request request) {
        return Optional.of(imports.state(request.staff(), request.id("id")))
                .filter(outcome -> outcome instanceof Outcome.Ok)
                .orElseThrow(Refusal::notFound)
                .orThrow();
    }
}
