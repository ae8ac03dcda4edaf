package org.guitu.web.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.ui.Page;
import org.jdbi.v3.core.Jdbi;

/** The newest alerts about a person; each leads to the desk, where it is handled. */
public final class RecentAlerts implements PersonPanel {

    private static final int SHOWN = 5;

    private final Jdbi jdbi;

    public RecentAlerts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Recent(
            long id, String kind, String severity, Instant from, boolean ended, String state, long findingId) {}

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        if (!reader.may(Permission.VIEW_LIVE)) {
            return Optional.empty();
        }
        List<Recent> recent = jdbi.withHandle(handle -> handle.createQuery("""
                        select alert_id, kind, severity, started_at, ended_at, state,
                               (select max(f.finding_id) from supervision.alert_finding f
                                 where f.alert_id = alert.alert_id and f.standing) as finding_id
                          from supervision.alert
                         where person_id = :person and withdrawn_at is null order by started_at desc limit :limit""")
                .bind("person", person.id())
                .bind("limit", SHOWN)
                .map((row, context) -> new Recent(
                        row.getLong("alert_id"),
                        row.getString("kind"),
                        row.getString("severity"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("ended_at") != null,
                        row.getString("state"),
                        row.getLong("finding_id")))
                .list());
        return Optional.of(page -> new Panel(
                "alerts",
                page.text("people.alerts.panel"),
                "",
                "",
                recent.stream().map(alert -> line(page, alert)).toList(),
                page.text("people.alerts.empty"),
                List.of()));
    }

    private static Panel.Line line(Page page, Recent alert) {
        return new Panel.Line(
                page.text("alerts.kind." + alert.kind()),
                page.text(
                        alert.ended() ? "people.alerts.ended" : "people.alerts.lasting",
                        page.times().minute(alert.from())),
                "/?alert=" + alert.id(),
                page.text("alerts.state." + alert.state()),
                alert.state().equals("NEW") ? alert.severity().toLowerCase(java.util.Locale.ROOT) : "neutral",
                alert.findingId() > 0 && page.may(Permission.VIEW_TRACKS)
                        ? List.of(Panel.Action.link(page.text("people.alerts.why"), "/findings/" + alert.findingId()))
                        : List.of());
    }
}
