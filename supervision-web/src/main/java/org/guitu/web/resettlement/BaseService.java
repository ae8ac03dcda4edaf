package org.guitu.web.resettlement;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.http.Form;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps bases and who works there from when to when. Each method is one transaction. */
public final class BaseService {

    private final Jdbi jdbi;
    private final Audit audit;
    private final InstantSource clock;
    private final CaseLog log = new CaseLog();

    public BaseService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    List<Base> list(Staff staff) {
        return jdbi.withHandle(handle -> BaseStore.list(handle, staff));
    }

    Optional<Base> find(Staff staff, long baseId) {
        return jdbi.withHandle(handle -> BaseStore.find(handle, staff, baseId, false));
    }

    List<Base.Guest> guests(Staff staff, long baseId) {
        return jdbi.withHandle(handle -> BaseStore.guests(handle, staff, baseId));
    }

    /** Records a base of the acting staff's organisation; answers its id. */
    public Outcome<Long> add(Staff staff, Form form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Fields fields = new Fields();
            BaseDraft draft = BaseDraft.read(form, fields);
            fields.refuseIfAny();
            long id = BaseStore.insert(handle, staff.organisation().id(), draft, staff.id());
            audit.record(handle, staff.id(), "resettlement.base", null, "", Map.of("base", id));
            return id;
        }));
    }

    /** Closes a base that nobody is in any more. */
    public Outcome<Long> close(Staff staff, long baseId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Base base = lock(handle, staff, baseId);
            if (base.taken() > 0) {
                throw new Refused(Problems.FORM, "resettlement.error.base-used", base.taken());
            }
            BaseStore.close(
                    handle,
                    baseId,
                    LocalDate.ofInstant(clock.instant(), staff.organisation().zone()));
            audit.record(handle, staff.id(), "resettlement.base-close", null, "", Map.of("base", baseId));
            return baseId;
        }));
    }

    /** Places somebody in a base, as far as it has room; where he or she was before ends that day. */
    public Outcome<Long> place(Staff staff, long personId, String rawBase, String rawWork, String rawFrom) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = person(handle, staff, personId);
            ResettlementService.standing(handle, personId);
            Fields fields = new Fields();
            String work = fields.optionalText("work", rawWork, 100);
            LocalDate from = fields.date("placedFrom", rawFrom);
            Optional<Base> base = rawBase.strip().matches("\\d{1,18}")
                    ? BaseStore.find(handle, staff, Long.parseLong(rawBase.strip()), true)
                            .filter(known -> known.closedOn().isEmpty())
                    : Optional.empty();
            if (base.isEmpty()) {
                fields.problem("baseId", "ui.form.choose");
            } else if (base.get().taken() >= base.get().capacity()) {
                fields.problem(
                        "baseId", "resettlement.error.base-full", base.get().capacity());
            }
            fields.refuseIfAny();
            Base chosen = base.orElseThrow();
            BaseStore.leave(handle, personId, from);
            BaseStore.place(handle, chosen.id(), personId, work, from, staff.id());
            log.record(
                    handle,
                    staff.id(),
                    person.id(),
                    clock.instant(),
                    ResettlementService.entry("placed", personId)
                            .text(chosen.name())
                            .day(from));
            audit.record(handle, staff.id(), "resettlement.place", personId, "", Map.of("base", chosen.id()));
            return personId;
        }));
    }

    /** Notes that somebody left the base. */
    public Outcome<Long> leave(Staff staff, long personId, String rawOn) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = person(handle, staff, personId);
            Fields fields = new Fields();
            LocalDate on = fields.date("leftOn", rawOn);
            Optional<Help.Placement> placement = BaseStore.placement(handle, personId);
            if (placement.isEmpty()) {
                fields.problem(Problems.FORM, "resettlement.error.not-placed");
            } else if (!fields.has("leftOn") && on.isBefore(placement.get().from())) {
                fields.problem("leftOn", "resettlement.error.left-before");
            }
            fields.refuseIfAny();
            BaseStore.leave(handle, personId, on);
            log.record(
                    handle,
                    staff.id(),
                    person.id(),
                    clock.instant(),
                    ResettlementService.entry("left", personId)
                            .text(placement.orElseThrow().base())
                            .day(on));
            audit.record(handle, staff.id(), "resettlement.leave", personId, "", Map.of());
            return personId;
        }));
    }

    private static Base lock(Handle handle, Staff staff, long baseId) {
        return BaseStore.find(handle, staff, baseId, true)
                .filter(base -> base.closedOn().isEmpty())
                .orElseThrow(() -> new Refused(Problems.FORM, "resettlement.error.unknown"));
    }

    private static Person person(Handle handle, Staff staff, long personId) {
        return PersonStore.lock(handle, staff, personId)
                .filter(found -> staff.may(Permission.VIEW_PEOPLE))
                .orElseThrow(PeopleService::unknown);
    }
}
