package org.guitu.web.posts;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.access.StaffStore;
import org.guitu.web.audit.Audit;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Appoints deputies: who acts with the roles of another for a stretch of days, but for what only the head may approve. Thread-safe. */
public final class DeputyService {

    private final Jdbi jdbi;
    private final StaffStore staff = new StaffStore();
    private final Audit audit;
    private final InstantSource clock;

    public DeputyService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    Outcome<Long> appoint(
            Staff actor, long principalId, String rawDeputy, String rawFirst, String rawLast, String rawReason) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            StaffStore.Entry principal = entry(handle, actor, principalId);
            Fields fields = new Fields();
            LocalDate first = fields.date("first", rawFirst);
            LocalDate last = fields.date("last", rawLast);
            String reason = fields.text("reason", rawReason, 200);
            Optional<StaffStore.Entry> deputy = deputy(handle, actor, principalId, rawDeputy, fields);
            if (!fields.has("first") && last.isBefore(first)) {
                fields.problem("last", "posts.error.reversed");
            } else if (last.isBefore(today(principal))) {
                fields.problem("last", "posts.error.over");
            }
            DeputyStore.of(handle, principalId).stream()
                    .filter(other -> other.principalId() == principalId
                            && !other.last().isBefore(first)
                            && !other.first().isAfter(last))
                    .findFirst()
                    .ifPresent(other -> fields.problem("first", "posts.error.overlap", other.staffName()));
            fields.refuseIfAny();
            long id = DeputyStore.nextId(handle);
            long deputyId = deputy.orElseThrow().staff().id();
            DeputyStore.insert(
                    handle, new Deputyship(id, principalId, "", deputyId, "", first, last, reason, ""), actor.id());
            record(handle, actor, "posts.appoint", deputyId, id);
            return id;
        }));
    }

    /** Ends a deputyship at once: yesterday was its last day; one that began today or later never was. */
    Outcome<Long> end(Staff actor, long principalId, long deputyshipId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            StaffStore.Entry principal = entry(handle, actor, principalId);
            Deputyship deputy = DeputyStore.of(handle, principalId).stream()
                    .filter(known -> known.id() == deputyshipId && known.principalId() == principalId)
                    .findFirst()
                    .orElseThrow(() -> new Refused(Problems.FORM, "posts.error.gone"));
            LocalDate today = today(principal);
            if (deputy.last().isBefore(today)) {
                throw new Refused(Problems.FORM, "posts.error.over");
            }
            DeputyStore.end(
                    handle,
                    deputy,
                    Optional.of(today.minusDays(1)).filter(day -> !day.isBefore(deputy.first())),
                    actor.id());
            record(handle, actor, "posts.dismiss", deputy.staffId(), deputyshipId);
            return deputyshipId;
        }));
    }

    private Optional<StaffStore.Entry> deputy(
            Handle handle, Staff actor, long principalId, String rawDeputy, Fields fields) {
        Optional<StaffStore.Entry> deputy = (rawDeputy.matches("\\d{1,18}")
                        ? staff.find(handle, actor.scope(), Long.parseLong(rawDeputy))
                        : Optional.<StaffStore.Entry>empty())
                .filter(entry -> entry.hasAccount()
                        && entry.deactivatedAt().isEmpty()
                        && entry.staff().id() != principalId);
        if (deputy.isEmpty()) {
            fields.problem("deputy", "posts.error.deputy");
        }
        return deputy;
    }

    private LocalDate today(StaffStore.Entry principal) {
        Instant now = clock.instant();
        return LocalDate.ofInstant(now, principal.staff().organisation().zone());
    }

    private StaffStore.Entry entry(Handle handle, Staff actor, long staffId) {
        return staff.find(handle, actor.scope(), staffId)
                .orElseThrow(() -> new Refused("staffId", "posts.error.unknown"));
    }

    private void record(Handle handle, Staff actor, String action, long deputyId, long id) {
        audit.record(handle, actor.id(), action, null, "", Map.of("staff", deputyId, "deputy", id));
    }
}
