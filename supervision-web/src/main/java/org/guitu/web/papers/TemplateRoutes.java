package org.guitu.web.papers;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.papers.TemplateService.Checked;

/** The pages about how papers are worded and numbered. */
public final class TemplateRoutes {

    /** The file and the fields around it. */
    private static final int UPLOAD_BYTES_MAX = TemplateReader.BYTES_MAX + (64 << 10);

    private final TemplateService templates;

    public TemplateRoutes(TemplateService templates) {
        this.templates = templates;
    }

    void mount(Routes routes) {
        routes.page("/paper-templates", Permission.EDIT_TEMPLATES, this::list);
        routes.page("/paper-templates/{kind}", Permission.EDIT_TEMPLATES, this::show);
        routes.upload("/paper-templates/{kind}/check", Permission.EDIT_TEMPLATES, UPLOAD_BYTES_MAX, this::check);
        routes.form("/paper-templates/{kind}/use", Permission.EDIT_TEMPLATES, this::use);
        routes.form("/paper-templates/{kind}/again", Permission.EDIT_TEMPLATES, this::again);
        routes.form("/paper-templates/{kind}/back", Permission.EDIT_TEMPLATES, this::back);
        routes.form("/paper-templates/{kind}/word", Permission.EDIT_TEMPLATES, this::word);
        routes.page("/paper-templates/{kind}/source", Permission.EDIT_TEMPLATES, this::source);
        routes.page("/paper-templates/{kind}/preview", Permission.EDIT_TEMPLATES, this::preview);
    }

    private Reply list(Request request) {
        Staff staff = request.staff();
        List<TemplateService.Standing> all = templates.overview(staff);
        return Reply.html("papers/templates", page -> TemplatesView.of(page, staff, all));
    }

    private Reply show(Request request) {
        return show(request, Form.empty(), Optional.empty());
    }

    private Reply show(Request request, Form form, Optional<Checked> checked) {
        Staff staff = request.staff();
        TemplateService.Detail detail = templates.detail(staff, kind(request));
        Optional<String> saved = request.query("saved").filter(List.of("used", "back", "word")::contains);
        return Reply.html(
                "papers/template",
                page -> TemplateView.of(page, staff, detail, templates.offered(), form, checked, saved));
    }

    private Reply check(Request request) {
        Checked checked = templates.check(request.staff(), kind(request), request.file("file"));
        return show(request, Form.empty(), Optional.of(checked))
                .withStatus(checked.upload().isPresent() ? 200 : 422);
    }

    private Reply use(Request request) {
        return done(request, templates.use(request.staff(), kind(request), number(request.form(), "upload")), "used");
    }

    private Reply again(Request request) {
        return done(
                request,
                templates.again(request.staff(), kind(request), (int) number(request.form(), "version")),
                "used");
    }

    private Reply back(Request request) {
        return done(request, templates.back(request.staff(), kind(request)), "back");
    }

    private Reply word(Request request) {
        return done(
                request,
                templates.choose(request.staff(), kind(request), request.form().text("word")),
                "word");
    }

    private <T> Reply done(Request request, Outcome<T> outcome, String saved) {
        return switch (outcome) {
            case Outcome.Ok<T> ok ->
                Reply.redirect("/paper-templates/" + kind(request).slug() + "?saved=" + saved);
            case Outcome.Invalid<T>(Problems problems) ->
                show(request, Answers.refused(request.form(), problems), Optional.empty())
                        .withStatus(422);
        };
    }

    private Reply source(Request request) {
        PaperKind kind = kind(request);
        return Downloads.file(
                text(request, kind).getBytes(StandardCharsets.UTF_8),
                "text/html; charset=utf-8",
                kind.slug() + ".html",
                kind.slug() + ".html");
    }

    private Reply preview(Request request) {
        return templates
                .preview(text(request, kind(request)))
                .map(Downloads::preview)
                .orElseThrow(Refusal::notFound);
    }

    /** The text that is asked for: one that waits, a version, the shipped one, else the one in force. */
    private String text(Request request, PaperKind kind) {
        OptionalLong upload = request.queryLong("upload");
        if (upload.isPresent()) {
            return templates.waiting(request.staff(), kind, upload.getAsLong()).orElseThrow(Refusal::notFound);
        }
        OptionalLong version = request.queryLong("version");
        if (version.isPresent()) {
            return templates
                    .source(request.staff(), kind, (int) version.getAsLong())
                    .orElseThrow(Refusal::notFound);
        }
        return request.query("shipped").isPresent()
                ? Templates.shippedSource(kind)
                : templates.source(request.staff(), kind);
    }

    private static long number(Form form, String field) {
        try {
            return Long.parseLong(form.text(field));
        } catch (NumberFormatException absent) {
            throw Refusal.badRequest();
        }
    }

    private static PaperKind kind(Request request) {
        return PaperKind.ofSlug(request.param("kind")).orElseThrow(Refusal::notFound);
    }
}
