package org.guitu.web.limits;

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

/** What may be done with figures of the law: a place sets its own for its subtree, where no law in force forbids it. Thread-safe. */
public final class LimitService {

    static final int VALUE_MAX = 100_000;

    private final Jdbi jdbi;
    private final OrganisationStore organisations;
    private final Audit audit;
    private final InstantSource clock;

    public LimitService(Jdbi jdbi, OrganisationStore organisations, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /** One figure as it holds in a place, with its history. */
    record Shown(Limit limit, LimitTable table, List<LimitRow> history, Organisation.Level lowest) {

        /** Whether one who acts there may set it, for that place or one below. */
        boolean maySet(Organisation actsIn) {
            return mayBeSet(lowest, actsIn);
        }
    }

    /** Where the reader may look: the own organisation and those below it. */
    List<Organisation> organisations(Staff reader) {
        return jdbi.withHandle(handle -> organisations.list(handle, reader.scope()));
    }

    LimitTable table(Organisation place) {
        return jdbi.withHandle(handle -> Limits.of(handle, place.id()));
    }

    /** Empty if there is no such figure. */
    Optional<Shown> find(Organisation place, String key) {
        return jdbi.withHandle(handle -> {
            List<LimitRow> history = LimitStore.history(handle, place.id(), key);
            return history.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Shown(
                            Limit.of(key), Limits.of(handle, place.id()), history, LimitStore.lowest(handle, key)));
        });
    }

    /** Sets a value for an organisation of the own subtree from a day on; from a day that is past only as a correction, with a reason. */
    Outcome<Long> change(Staff staff, String key, LimitForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Fields fields = new Fields();
            Organisation place = place(handle, staff, form.organisation());
            Figure like = like(handle, place, key);
            int value = fields.integer("value", form.value(), 0, like.unit() == Figure.Unit.YES_NO ? 1 : VALUE_MAX);
            LocalDate from = fields.date("validFrom", form.validFrom());
            String source = fields.text("source", form.source(), 300);
            String reason = fields.optionalText("reason", form.reason(), 300);
            LimitTable table = Limits.of(handle, place.id());
            if (from.isBefore(today(place)) && reason.isEmpty()) {
                fields.problem("reason", "limits.error.reason");
            }
            if (table.find(like.limit(), from).filter(Figure::fixed).isPresent()) {
                fields.problem(Problems.FORM, "limits.error.fixed");
            }
            fields.refuseIfAny();
            requireLevel(handle, staff, key);
            LimitStore.supersede(handle, key, place.id(), from, staff.id());
            LimitStore.insert(handle, like, place.id(), value, from, source, reason, staff.id());
            record(handle, staff, "limits.change", key, place, Map.of("value", value, "from", from.toString()));
            return place.id();
        }));
    }

    /** Takes back an own value that has not begun. */
    Outcome<Long> takeBack(Staff staff, String key, long limitId, String organisation) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Organisation place = place(handle, staff, organisation);
            LimitRow row = LimitStore.history(handle, place.id(), key).stream()
                    .filter(known -> known.id() == limitId
                            && known.supersededAt().isEmpty()
                            && known.figure().organisationId().equals(Optional.of(place.id())))
                    .findFirst()
                    .orElseThrow(() -> new Refused(Problems.FORM, "limits.error.unknown"));
            requireLevel(handle, staff, key);
            LocalDate from = row.figure().validFrom();
            if (!from.isAfter(today(place))) {
                throw new Refused(Problems.FORM, "limits.error.begun");
            }
            LimitStore.supersede(handle, key, place.id(), from, staff.id());
            record(handle, staff, "limits.take-back", key, place, Map.of("from", from.toString()));
            return place.id();
        }));
    }

    LocalDate today(Organisation place) {
        return LocalDate.ofInstant(clock.instant(), place.zone());
    }

    /** What binds a place it does not set itself, whoever acts there. */
    private static void requireLevel(Handle handle, Staff staff, String key) {
        Organisation.Level lowest = LimitStore.lowest(handle, key);
        if (!mayBeSet(lowest, staff.organisation())) {
            throw new Refused(Problems.FORM, "limits.error.level." + lowest);
        }
    }

    private static boolean mayBeSet(Organisation.Level lowest, Organisation actsIn) {
        return actsIn.level().compareTo(lowest) <= 0;
    }

    private void record(
            Handle handle, Staff staff, String action, String key, Organisation place, Map<String, Object> more) {
        Map<String, Object> detail = new java.util.TreeMap<>(more);
        detail.put("limit", key);
        detail.put("organisation", place.id());
        audit.record(handle, staff.id(), action, null, "", detail);
    }

    private Organisation place(Handle handle, Staff staff, String organisation) {
        return (organisation.matches("\\d{1,18}")
                        ? organisations.find(handle, staff.scope(), Long.parseLong(organisation))
                        : Optional.<Organisation>empty())
                .orElseThrow(() -> new Refused(Problems.FORM, "limits.error.organisation"));
    }

    private static Figure like(Handle handle, Organisation place, String key) {
        return LimitStore.history(handle, place.id(), key).stream()
                .map(LimitRow::figure)
                .findFirst()
                .orElseThrow(() -> new Refused(Problems.FORM, "limits.error.unknown"));
    }
}
