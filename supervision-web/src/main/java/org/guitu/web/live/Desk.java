package org.guitu.web.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.guitu.web.access.Staff;
import org.guitu.web.alerts.AlertPanelView;
import org.guitu.web.alerts.AlertQuery;
import org.guitu.web.alerts.AlertRow;
import org.guitu.web.alerts.AlertService;
import org.guitu.web.alerts.AlertService.NamedStep;
import org.guitu.web.alerts.AlertView;
import org.guitu.web.alerts.Handling.State;
import org.guitu.web.audit.Audit;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.ui.Page;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Gathers what the live page shows, and records that it was looked at. Thread-safe. */
final class Desk {

    /** Watching the desk is recorded once in this time: a shift. */
    private static final Duration SHIFT = Duration.ofHours(8);

    private final Jdbi jdbi;
    private final AlertService alerts;
    private final Audit audit;
    private final InstantSource clock;

    Desk(Jdbi jdbi, AlertService alerts, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.alerts = alerts;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of an act, to be said in the panel: a message key and whether it is a refusal. */
    record Notice(Optional<String> key, boolean bad, Form form) {
        static final Notice NONE = new Notice(Optional.empty(), false, Form.empty());
    }

    Function<Page, Object> desk(
            Staff reader, DeskFilter filter, OptionalLong alertId, OptionalLong personId, Notice notice) {
        watched(reader);
        List<AlertRow> rows = alerts.listByUrgency(reader, filter.query());
        Function<Page, PanelView> panel = alertId.isPresent()
                ? alertPanel(reader, alertId.getAsLong(), notice)
                : personId.isPresent() ? personPanel(reader, personId.getAsLong()) : page -> PanelView.EMPTY;
        return page -> new DeskView(
                filter.address(),
                filter.shows(page),
                filter.severities(page),
                rows.stream().map(row -> AlertView.of(page, row)).toList(),
                rows.stream().filter(row -> row.alert().state() == State.NEW).count(),
                rows.size() >= AlertQuery.LIMIT,
                panel.apply(page));
    }

    /** An alert with its person; opening it shows where the person is and is recorded. */
    Function<Page, PanelView> alertPanel(Staff reader, long alertId, Notice notice) {
        AlertRow row = alerts.find(reader, alertId).orElseThrow(Refusal::notFound);
        List<NamedStep> steps = alerts.steps(alertId);
        List<Long> findings = alerts.findings(alertId);
        Instant now = clock.instant();
        Optional<Function<Page, PersonView>> person = row.hidden()
                ? Optional.empty()
                : Optional.of(person(reader, row.alert().personId(), alertId));
        return page -> new PanelView(
                Optional.of(
                        AlertPanelView.of(page, row, steps, findings, now, notice.form(), notice.key(), notice.bad())),
                person.map(words -> words.apply(page)),
                "/desk/alerts/" + alertId + "/map");
    }

    Function<Page, PanelView> personPanel(Staff reader, long personId) {
        Function<Page, PersonView> person = person(reader, personId, 0);
        return page ->
                new PanelView(Optional.empty(), Optional.of(person.apply(page)), "/desk/people/" + personId + "/map");
    }

    private Function<Page, PersonView> person(Staff reader, long personId, long alertId) {
        Instant now = clock.instant();
        List<AlertRow> open = alerts.listByUrgency(reader, AlertQuery.ofPerson(personId)).stream()
                .filter(row -> row.alert().alertId() != alertId)
                .toList();
        return jdbi.inTransaction(handle -> {
            PersonPanel.Person person =
                    PersonPanel.find(handle, reader, personId).orElseThrow(Refusal::notFound);
            List<PersonPanel.Device> devices = PersonPanel.devices(handle, personId, now);
            looked(handle, reader, personId, alertId);
            return page -> PersonView.of(page, person, devices, open, now);
        });
    }

    DeskMap.Shown alertMap(Staff reader, long alertId) {
        AlertRow row = alerts.find(reader, alertId).orElseThrow(Refusal::notFound);
        if (row.hidden()) {
            return DeskMap.nothing(row.alert().ruleId());
        }
        return jdbi.withHandle(handle -> new DeskMap.Shown(
                DeskMap.zones(handle, row.alert().personId(), clock.instant()),
                row.alert().ruleId(),
                DeskMap.evidence(handle, alertId)));
    }

    DeskMap.Shown personMap(Staff reader, long personId) {
        return jdbi.withHandle(handle -> {
            if (PersonPanel.find(handle, reader, personId).isEmpty()) {
                throw Refusal.notFound();
            }
            return new DeskMap.Shown(DeskMap.zones(handle, personId, clock.instant()), null, List.of());
        });
    }

    private void watched(Staff reader) {
        jdbi.useTransaction(handle -> {
            boolean known = handle.createQuery(
                            "select exists (select 1 from supervision.audit where staff_id = :staff and action = 'live.desk' and at > :from)")
                    .bind("staff", reader.id())
                    .bind("from", clock.instant().minus(SHIFT))
                    .mapTo(Boolean.class)
                    .one();
            if (!known) {
                audit.record(handle, reader.id(), "live.desk", null, "", Map.of());
            }
        });
    }

    private void looked(Handle handle, Staff reader, long personId, long alertId) {
        Map<String, Long> detail = alertId == 0 ? Map.of() : Map.of("alertId", alertId);
        audit.record(handle, reader.id(), "live.person", personId, "", detail);
    }
}
