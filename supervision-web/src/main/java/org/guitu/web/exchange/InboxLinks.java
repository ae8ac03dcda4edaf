package org.guitu.web.exchange;

import java.time.Instant;
import java.util.Optional;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.duties.Duties;
import org.guitu.web.duties.DutyKind;
import org.guitu.web.limits.Limit;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What follows when it is known whom a message is about: it stands on the timeline, and what must be looked into opens a duty. */
final class InboxLinks {

    static final Limit ANSWER_DAYS = Limit.of("exchange.answer-days");
    private static final DutyKind ABNORMAL =
            DutyKind.of("exchange.abnormal-behaviour", ANSWER_DAYS).at("/people/{person}/exchange");
    private static final DutyKind RE_OFFENCE = DutyKind.of("exchange.re-offence", ANSWER_DAYS)
            .at("/people/{person}/exchange")
            .outlastingTheCase();

    private final CaseLog log = new CaseLog();
    private final Duties duties = new Duties();

    /**
     * Links a message to a person.
     *
     * @param by who says so; null where the message itself named the person
     */
    void link(Handle handle, Person person, long inboxId, NoticeKind kind, String from, Instant at, @Nullable Long by) {
        long entry = log.record(
                handle,
                by,
                person.id(),
                at,
                CaseEntry.of("exchange.log.received")
                        .text(from)
                        .word("exchange.kind." + kind)
                        .leadingTo("/exchange/inbox/" + inboxId));
        InboxStore.link(handle, inboxId, person.id(), entry);
        duty(kind).ifPresent(duty -> duties.open(handle, person, duty, at, ref(inboxId)));
    }

    /** Takes back a link that named the wrong person. */
    void unlink(Handle handle, InboxEntry entry, Instant at, long by) {
        long person = entry.personId().orElseThrow();
        entry.caseEntryId()
                .ifPresent(corrected -> log.correct(
                        handle,
                        by,
                        person,
                        at,
                        CaseEntry.of("exchange.log.not-meant").text(entry.partnerName()),
                        corrected));
        duty(entry.kind()).ifPresent(duty -> duties.cancel(handle, person, duty, ref(entry.id()), by, ""));
    }

    /** Notes that the message was acted upon. */
    void acted(Handle handle, InboxEntry entry, String act, Instant at, long by) {
        if (entry.personId().isEmpty()) {
            return;
        }
        long person = entry.personId().get();
        log.record(
                handle,
                by,
                person,
                at,
                CaseEntry.of("exchange.log.acted")
                        .word("exchange.kind." + entry.kind())
                        .text(act)
                        .leadingTo("/exchange/inbox/" + entry.id()));
        duty(entry.kind()).ifPresent(duty -> duties.meet(handle, person, duty, ref(entry.id()), by, at, act));
    }

    private static Optional<DutyKind> duty(NoticeKind kind) {
        return switch (kind) {
            case ABNORMAL_BEHAVIOUR -> Optional.of(ABNORMAL);
            case RE_OFFENCE -> Optional.of(RE_OFFENCE);
            default -> Optional.empty();
        };
    }

    private static String ref(long inboxId) {
        return "message:" + inboxId;
    }
}
