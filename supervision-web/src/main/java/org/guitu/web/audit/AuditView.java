package org.guitu.web.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guitu.web.access.Permission;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/**
 * The words of the audit page.
 *
 * @param older the address of the next page, or {@code ""}
 */
public record AuditView(Form form, List<Row> rows, String older) {

    /** One line. */
    public record Row(
            String at,
            String iso,
            String who,
            String what,
            String person,
            String personHref,
            String purpose,
            String detail,
            boolean chained) {}

    static AuditView of(Page page, Form form, List<AuditQuery.Entry> found, int pageSize) {
        List<AuditQuery.Entry> shown = found.subList(0, Math.min(pageSize, found.size()));
        String older = found.size() > pageSize ? older(form, shown.getLast().id()) : "";
        return new AuditView(form, shown.stream().map(entry -> row(page, entry)).toList(), older);
    }

    private static Row row(Page page, AuditQuery.Entry entry) {
        return new Row(
                page.times().second(entry.at()),
                page.times().iso(entry.at()),
                entry.staffName()
                        .map(name -> name + " (" + entry.userName().orElse("") + ")")
                        .map(name -> entry.actingFor()
                                .map(principal -> page.text("audit.acting-for", name, principal))
                                .orElse(name))
                        .orElseGet(() -> page.text("audit.nobody")),
                what(page, entry.action()),
                entry.personName()
                        .map(name -> name + " " + entry.caseNumber().orElse(""))
                        .or(() -> entry.subjectId().map(id -> Long.toString(id)))
                        .orElse(""),
                entry.personName().isPresent() && page.may(Permission.VIEW_PEOPLE)
                        ? entry.subjectId().map(id -> "/people/" + id).orElse("")
                        : "",
                AuditWords.purpose(page, entry.purpose()),
                AuditWords.detail(page, entry.detail()),
                entry.chained());
    }

    /** The action {@code track.view} has its words under {@code track.action.view}, in the messages of the feature that records it. */
    private static String what(Page page, String action) {
        int dot = action.indexOf('.');
        return dot < 0 ? action : page.text(action.substring(0, dot) + ".action" + action.substring(dot));
    }

    private static String older(Form form, long before) {
        return "/audit?"
                + Stream.of("user", "person", "from", "to")
                        .filter(name -> !form.text(name).isEmpty())
                        .map(name -> name + "=" + URLEncoder.encode(form.text(name), StandardCharsets.UTF_8) + "&")
                        .collect(Collectors.joining())
                + "before=" + before;
    }
}
