package org.guitu.web.exchange;

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

/** Keeps the register of partners. Each method is one transaction. */
public final class PartnerService {

    private final Jdbi jdbi;
    private final Audit audit;
    private final ExchangeConfig config;

    public PartnerService(Jdbi jdbi, Audit audit, ExchangeConfig config) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.config = config;
    }

    List<Partner> list(Staff staff) {
        return jdbi.withHandle(handle -> PartnerStore.list(handle, staff));
    }

    /** What was turned away in the last days, newest first. */
    List<Quarantine.Count> turnedAway() {
        return jdbi.withHandle(Quarantine::recent);
    }

    Optional<Partner> find(Staff staff, long partnerId) {
        return list(staff).stream().filter(partner -> partner.id() == partnerId).findFirst();
    }

    /** The counties and what is above them, beside which a partner may stand. */
    List<Organisation> counties(Staff staff) {
        return jdbi.withHandle(handle -> new OrganisationStore().list(handle, staff.scope())).stream()
                .filter(place -> place.level().compareTo(Organisation.Level.COUNTY) <= 0)
                .toList();
    }

    /** Adds a partner; answers its id. */
    public Outcome<Long> add(Staff staff, PartnerForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Fields fields = new Fields();
            Optional<Organisation> place = counties(staff).stream()
                    .filter(county -> Long.toString(county.id()).equals(form.organisationId()))
                    .findFirst();
            if (place.isEmpty()) {
                fields.problem("organisationId", "ui.form.choose");
            }
            PartnerDraft draft = PartnerDraft.read(form, config.plainHttp(), fields);
            checkAddress(handle, draft, 0, fields);
            fields.refuseIfAny();
            long id = PartnerStore.insert(handle, draft, place.orElseThrow().id(), staff.id());
            audit.record(handle, staff.id(), "exchange.partner-add", null, "", detail(id, draft));
            return id;
        }));
    }

    /** Changes a partner; what stood before is kept. */
    public Outcome<Long> change(Staff staff, long partnerId, PartnerForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Partner before = own(handle, staff, partnerId);
            if (!Integer.toString(before.version()).equals(form.version())) {
                throw new Refused(Problems.VERSION, "exchange.error.overtaken");
            }
            Fields fields = new Fields();
            PartnerDraft draft = PartnerDraft.read(form, config.plainHttp(), fields);
            checkAddress(handle, draft, partnerId, fields);
            fields.refuseIfAny();
            PartnerStore.update(handle, partnerId, draft, staff.id());
            audit.record(handle, staff.id(), "exchange.partner-change", null, "", detail(partnerId, draft));
            return partnerId;
        }));
    }

    /** Ends it: nothing more is sent to it or taken from it. What was exchanged stays. */
    public Outcome<Long> end(Staff staff, long partnerId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            own(handle, staff, partnerId);
            PartnerStore.end(handle, partnerId, staff.id());
            audit.record(handle, staff.id(), "exchange.partner-end", null, "", Map.of("partner", partnerId));
            return partnerId;
        }));
    }

    private static Map<String, Object> detail(long id, PartnerDraft draft) {
        return Map.of(
                "partner", id, "kind", draft.kind().name(), "key", draft.key().id());
    }

    private static void checkAddress(Handle handle, PartnerDraft draft, long except, Fields fields) {
        if (fields.has("publicKey") || fields.has("code") || fields.has("ownCode")) {
            return;
        }
        boolean taken = PartnerStore.ofKey(handle, draft.key().id()).stream()
                .anyMatch(other -> other.id() != except
                        && other.code().equals(draft.code())
                        && other.ownCode().equals(draft.ownCode()));
        if (taken) {
            fields.problem("code", "exchange.error.partner-taken");
        }
    }

    private static Partner own(Handle handle, Staff staff, long partnerId) {
        return PartnerStore.lock(handle, staff, partnerId)
                .filter(partner -> !partner.ended())
                .orElseThrow(() -> new Refused(Problems.FORM, "exchange.error.unknown"));
    }
}
