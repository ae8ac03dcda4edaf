package org.guitu.web.organisations;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.OrganisationStore;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Renames, moves and closes organisations below the actor's own; each is a fact from a day on. Thread-safe. */
public final class UnitService {

    private final Jdbi jdbi;
    private final OrganisationStore organisations = new OrganisationStore();
    private final Audit audit;
    private final InstantSource clock;

    public UnitService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** One organisation with its history and the others of the subtree. */
    record Shown(Unit unit, List<UnitFact> history, List<Organisation> tree) {}

    Optional<Shown> find(Staff actor, long organisationId) {
        return jdbi.withHandle(handle -> UnitStore.find(handle, actor.scope(), organisationId)
                .map(unit -> new Shown(
                        unit, UnitStore.history(handle, organisationId), organisations.list(handle, actor.scope()))));
    }

    List<UnitFact.Then> then(Staff actor, Instant at, Instant known) {
        return jdbi.withHandle(handle -> UnitStore.then(handle, actor.scope(), at, known));
    }

    /** Gives another name from a day on, today or earlier. */
    Outcome<Long> rename(Staff actor, long organisationId, String rawName, String rawSince) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Unit unit = open(handle, actor, organisationId);
            Fields fields = new Fields();
            String name = fields.text("name", rawName, 100);
            if (name.equals(unit.organisation().name())) {
                fields.problem("name", "organisations.error.same");
            }
            Instant from = since(handle, unit, rawSince, fields);
            fields.refuseIfAny();
            UnitStore.rename(handle, organisationId, name);
            fact(handle, actor, organisationId, from);
            record(handle, actor, "organisations.rename", organisationId, Map.of());
            return organisationId;
        }));
    }

    /** Hangs it, with all below it, under another of the subtree: refused under itself, and where levels would not descend. */
    Outcome<Long> move(Staff actor, long organisationId, String rawParent, String rawSince) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Unit unit = open(handle, actor, organisationId);
            Organisation moved = unit.organisation();
            Fields fields = new Fields();
            Optional<Organisation> parent = rawParent.matches("\\d{1,18}")
                    ? organisations.find(handle, actor.scope(), Long.parseLong(rawParent))
                    : Optional.empty();
            if (parent.isEmpty()) {
                fields.problem("parent", "organisations.error.parent");
            } else if (moved.covers(parent.get())) {
                fields.problem("parent", "organisations.error.cycle");
            } else if (parent.get().level().compareTo(moved.level()) >= 0) {
                fields.problem("parent", "organisations.error.level");
            } else if (unit.parentId().equals(Optional.of(parent.get().id()))) {
                fields.problem("parent", "organisations.error.same");
            }
            if (organisationId == actor.organisation().id()) {
                fields.problem(Problems.FORM, "organisations.error.own");
            }
            Instant from = since(handle, unit, rawSince, fields);
            fields.refuseIfAny();
            UnitStore.move(handle, moved, parent.orElseThrow());
            fact(handle, actor, organisationId, from);
            record(
                    handle,
                    actor,
                    "organisations.move",
                    organisationId,
                    Map.of("to", parent.get().id()));
            return organisationId;
        }));
    }

    /** Closes one in which nobody and nothing is left. */
    Outcome<Long> close(Staff actor, long organisationId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Unit unit = open(handle, actor, organisationId);
            if (organisationId == actor.organisation().id()) {
                throw new Refused(Problems.FORM, "organisations.error.own");
            }
            if (!unit.empty()) {
                throw new Refused(
                        Problems.FORM,
                        "organisations.error.not-empty",
                        unit.people(),
                        unit.staff(),
                        unit.devices(),
                        unit.below());
            }
            Instant now = clock.instant();
            UnitStore.setClosed(handle, organisationId, now);
            UnitStore.endFact(handle, organisationId, now, actor.id());
            record(handle, actor, "organisations.close", organisationId, Map.of());
            return organisationId;
        }));
    }

    /** Opens a closed one again, where it stood. */
    Outcome<Long> reopen(Staff actor, long organisationId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            UnitStore.lock(handle, organisationId);
            Unit unit = find(handle, actor, organisationId);
            if (unit.closedAt().isEmpty()) {
                throw new Refused(Problems.FORM, "organisations.error.open");
            }
            if (unit.parentId()
                    .filter(parent ->
                            organisations.find(handle, actor.scope(), parent).isEmpty())
                    .isPresent()) {
                throw new Refused(Problems.FORM, "organisations.error.parent-closed");
            }
            UnitStore.setClosed(handle, organisationId, null);
            UnitStore.beginFact(handle, organisationId, clock.instant(), actor.id());
            record(handle, actor, "organisations.reopen", organisationId, Map.of());
            return organisationId;
        }));
    }

    private static void fact(Handle handle, Staff actor, long organisationId, Instant from) {
        UnitStore.endFact(handle, organisationId, from, actor.id());
        UnitStore.beginFact(handle, organisationId, from, actor.id());
    }

    /** From when a change holds: now, or the beginning of a past day after the last change. */
    private Instant since(Handle handle, Unit unit, String raw, Fields fields) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, unit.organisation().zone());
        LocalDate day = fields.optionalDate("since", raw).orElse(today);
        if (day.isAfter(today)) {
            fields.problem("since", "organisations.error.future");
        }
        Instant from = day.isBefore(today)
                ? day.atStartOfDay(unit.organisation().zone()).toInstant()
                : now;
        if (UnitStore.since(handle, unit.organisation().id())
                .filter(standing -> !standing.isBefore(from))
                .isPresent()) {
            fields.problem("since", "organisations.error.before-last");
        }
        return from;
    }

    private static Unit open(Handle handle, Staff actor, long organisationId) {
        UnitStore.lock(handle, organisationId);
        Unit unit = find(handle, actor, organisationId);
        if (unit.closedAt().isPresent()) {
            throw new Refused(Problems.FORM, "organisations.error.closed");
        }
        return unit;
    }

    private static Unit find(Handle handle, Staff actor, long organisationId) {
        return UnitStore.find(handle, actor.scope(), organisationId)
                .orElseThrow(() -> new Refused(Problems.FORM, "organisations.error.unknown"));
    }

    private void record(Handle handle, Staff actor, String action, long organisationId, Map<String, Object> more) {
        Map<String, Object> detail = new java.util.TreeMap<>(more);
        detail.put("organisation", organisationId);
        audit.record(handle, actor.id(), action, null, "", detail);
    }
}
