package org.guitu.web.audit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Form;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.ui.NavItem;

/** The administrator's page about what was done. */
public final class AuditFeature implements Feature {

    private static final int PAGE = 50;

    private final AuditQuery query;

    public AuditFeature(AuditQuery query) {
        this.query = query;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(90, "audit.nav", "/audit", "audit", Permission.VIEW_AUDIT));
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/audit", Permission.VIEW_AUDIT, this::list);
    }

    private Reply list(Request request) {
        Form form = request.queryForm();
        ZoneId zone = request.staff().organisation().zone();
        AuditQuery.Filter filter = new AuditQuery.Filter(
                Optional.of(form.text("user")).filter(user -> !user.isEmpty()),
                Optional.of(form.text("person")).filter(person -> !person.isEmpty()),
                day(form, "from").map(day -> day.atStartOfDay(zone).toInstant()),
                day(form, "to").map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
                number(form, "before"));
        List<AuditQuery.Entry> found = form.valid() ? query.list(request.staff(), filter, PAGE + 1) : List.of();
        return Reply.html("audit/list", page -> AuditView.of(page, form, found, PAGE))
                .withStatus(form.valid() ? 200 : 422);
    }

    private static Optional<Long> number(Form form, String field) {
        String text = form.text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("\\d{1,18}")) {
            form.reject(field, "audit.person.bad");
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(text));
    }

    private static Optional<LocalDate> day(Form form, String field) {
        String text = form.text(field);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADate) {
            form.reject(field, "audit.day.bad");
            return Optional.empty();
        }
    }
}
