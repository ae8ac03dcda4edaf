package org.guitu.web.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.jdbi.v3.core.Handle;

/**
 * Someone whose form was found good in every respect, about to be put on the books.
 *
 * @param state of a case of corrections
 * @param minorReason {@code ""} where the dates tell
 * @param from since when the facts hold
 * @param received when someone who is in corrections already was received, where that was said
 * @param alike how many others may be the same person and were said to be others
 */
public record Newcomer(
        PersonDraft draft,
        Responsible responsible,
        Optional<CaseState> state,
        boolean minor,
        String minorReason,
        Instant from,
        Optional<LocalDate> received,
        int alike) {

    /** Records the person with all facts, the audit row and the beginning of the timeline; answers the id. */
    long enter(Handle handle, Staff staff, Audit audit, CaseLog log, Instant now) {
        long personId = PersonStore.insert(handle, draft, staff.id());
        handle.createUpdate("""
                        with category as (
                            insert into supervision.person_category (person_id, category, valid_from, recorded_by)
                            values (:person, :category, :from, :by)),
                        class as (
                            insert into supervision.person_class (person_id, class, valid_from, recorded_by)
                            values (:person, :class, :from, :by)),
                        state as (
                            insert into supervision.person_state (person_id, state, valid_from, recorded_by)
                            select :person, :state, :from, :by where cast(:state as text) is not null)
                        insert into supervision.assignment (person_id, organisation_id, officer_id, valid_from, recorded_by)
                        values (:person, :organisation, :officer, :from, :by)""")
                .bind("person", personId)
                .bind("category", draft.category().name())
                .bind("class", draft.supervisionClass().name())
                .bind("state", state.map(Enum::name).orElse(null))
                .bind("organisation", responsible.organisationId())
                .bind("officer", responsible.officerId().orElse(null))
                .bind("from", from)
                .bind("by", staff.id())
                .execute();
        if (minor) {
            Minority.set(handle, personId, true, minorReason, staff.id());
        }
        PersonStore.personTokens(handle, personId, draft);
        audit.record(
                handle, staff.id(), "people.create", personId, "", alike == 0 ? Map.of() : Map.of("similar", alike));
        log.record(handle, staff.id(), personId, now, CaseEntry.of("people.log.created"));
        received.ifPresent(day -> log.record(
                handle,
                staff.id(),
                personId,
                from,
                CaseEntry.of("people.log.received").day(day)));
        return personId;
    }
}
