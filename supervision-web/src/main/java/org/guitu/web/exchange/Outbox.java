package org.guitu.web.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The door through which features tell the courts, procuratorates and police what the law wants them told, in the transaction of the act
 * itself: the notice is there if and only if the act took effect. Thread-safe.
 */
public final class Outbox {

    private final CaseLog log = new CaseLog();
    private final InstantSource clock;

    public Outbox(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Writes a notice to everybody whom the law names for this kind.
     *
     * @param handle the caller's open transaction
     * @param staffId who acts; null for the clock
     */
    public void send(Handle handle, @Nullable Long staffId, Person person, NoticeKind kind, NoticeBody body) {
        send(handle, staffId, person, kind, body, kind.recipients());
    }

    /**
     * Takes back the newest notices of a kind, which told of a mistake: what has not gone out is withdrawn, and whoever was told, or may have
     * been, is written a letter.
     *
     * @param words of the letter, in Chinese
     */
    public void takeBack(Handle handle, long staffId, Person person, NoticeKind kind, LocalDate today, String words) {
        int withdrawn = OutboxStore.withdrawUnsent(handle, person.id(), kind);
        if (withdrawn > 0) {
            log.record(
                    handle,
                    staffId,
                    person.id(),
                    clock.instant(),
                    CaseEntry.of("exchange.log.withdrawn")
                            .word("exchange.kind." + kind)
                            .leadingTo("/people/" + person.id() + "/exchange"));
        }
        List<PartnerKind> told = OutboxStore.told(handle, person.id(), kind);
        if (!told.isEmpty()) {
            send(
                    handle,
                    staffId,
                    person,
                    NoticeKind.LETTER,
                    NoticeBody.on(today).saying(words),
                    told);
        }
    }

    /** The same where the case says to whom, e.g. to the prison that decided on a temporary execution. */
    public void send(
            Handle handle,
            @Nullable Long staffId,
            Person person,
            NoticeKind kind,
            NoticeBody body,
            Collection<PartnerKind> recipients) {
        send(handle, staffId, person, kind, body, recipients, List.of());
    }

    /**
     * The same where it discharges duties.
     *
     * @param duties of recipients; each is met when that one has the notice
     */
    public void send(
            Handle handle,
            @Nullable Long staffId,
            Person person,
            NoticeKind kind,
            NoticeBody body,
            Collection<PartnerKind> recipients,
            Collection<NoticeDuty> duties) {
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException(kind + " has no recipient by law: name one");
        }
        Instant now = clock.instant();
        for (PartnerKind recipient : recipients.stream().sorted().toList()) {
            List<Partner> partners = PartnerStore.nearest(handle, person.organisationId(), recipient);
            // Of several an officer chooses; of none the notice waits to be sent on paper.
            Long partner = partners.size() == 1 ? partners.getFirst().id() : null;
            long notice = OutboxStore.insert(handle, person, kind, recipient, partner, body, now, staffId);
            duties.stream()
                    .filter(duty -> duty.recipient() == recipient)
                    .findFirst()
                    .ifPresent(duty -> NoticeDuties.keep(handle, notice, duty));
        }
        log.record(
                handle,
                staffId,
                person.id(),
                now,
                CaseEntry.of("exchange.log.notice")
                        .word("exchange.kind." + kind)
                        .leadingTo("/people/" + person.id() + "/exchange"));
    }
}
