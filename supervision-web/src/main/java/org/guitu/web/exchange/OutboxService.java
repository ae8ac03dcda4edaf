package org.guitu.web.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What staff do with notices that are to go out. Each method is one transaction. */
public final class OutboxService {

    private static final int HOW_MAX = 200;

    private final Jdbi jdbi;
    private final Audit audit;
    private final InstantSource clock;
    private final Outbox outbox;

    public OutboxService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
        this.outbox = new Outbox(clock);
    }

    List<Notice> list(Staff staff, boolean open, long before, int limit) {
        return jdbi.withHandle(handle -> OutboxStore.list(handle, staff, open, before, limit));
    }

    List<Notice> ofPerson(Staff staff, long personId, int limit) {
        return jdbi.withHandle(handle -> OutboxStore.ofPerson(handle, staff, personId, limit));
    }

    Optional<Notice> open(Staff staff, long noticeId) {
        return jdbi.inTransaction(handle -> {
            Optional<Notice> found = OutboxStore.find(handle, staff, noticeId);
            found.ifPresent(notice -> audit.record(
                    handle, staff.id(), "exchange.open", notice.personId(), "", Map.of("notice", noticeId)));
            return found;
        });
    }

    /** The partners a notice may go to: those of its recipient's kind beside the person's county. */
    List<Partner> partners(Staff staff, Notice notice) {
        return jdbi.withHandle(handle -> partners(handle, staff, notice));
    }

    /** Sends a notice that waits to the partner chosen. */
    public Outcome<Long> choose(Staff staff, long noticeId, String partnerId) {
        return act(staff, noticeId, "exchange.send", (handle, notice) -> {
            Partner partner = partners(handle, staff, notice).stream()
                    .filter(candidate -> Long.toString(candidate.id()).equals(partnerId))
                    .findFirst()
                    .orElseThrow(() -> new Refused("partnerId", "ui.form.choose"));
            if (notice.state() != NoticeState.WAITING) {
                throw new Refused(Problems.FORM, "exchange.error.not-waiting");
            }
            OutboxStore.choose(handle, noticeId, partner.id(), clock.instant());
        });
    }

    /** Sends a refused notice once more, as a new message. */
    public Outcome<Long> again(Staff staff, long noticeId) {
        return act(staff, noticeId, "exchange.send", (handle, notice) -> {
            if (notice.state() != NoticeState.REFUSED) {
                throw new Refused(Problems.FORM, "exchange.error.not-refused");
            }
            OutboxStore.again(handle, noticeId, clock.instant());
        });
    }

    /** Notes that it went out on paper. */
    public Outcome<Long> byHand(Staff staff, long noticeId, String day, String how) {
        return act(staff, noticeId, "exchange.by-hand", (handle, notice) -> {
            Fields fields = new Fields();
            LocalDate sentOn = fields.date("sentOn", day);
            String means = fields.text("sentHow", how, HOW_MAX);
            LocalDate today =
                    LocalDate.ofInstant(clock.instant(), staff.organisation().zone());
            if (!fields.has("sentOn") && sentOn.isAfter(today)) {
                fields.problem("sentOn", "exchange.error.future");
            }
            if (!notice.open()) {
                fields.problem(Problems.FORM, "exchange.error.not-open");
            }
            fields.refuseIfAny();
            OutboxStore.byHand(handle, noticeId, sentOn, means, staff.id());
            Instant sent = sentOn.equals(today)
                    ? clock.instant()
                    : sentOn.atStartOfDay(staff.organisation().zone()).toInstant();
            NoticeDuties.arrived(handle, noticeId, staff.id(), sent);
        });
    }

    /** Writes a letter about a person to a kind of partner; answers the person's id. */
    public Outcome<Long> letter(Staff staff, long personId, String recipient, String text) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.lock(handle, staff, personId)
                    .filter(found -> staff.may(Permission.VIEW_EXCHANGE))
                    .orElseThrow(PeopleService::unknown);
            Fields fields = new Fields();
            PartnerKind to = fields.choice("recipient", recipient, PartnerKind.class);
            String words = fields.text("text", text, MessageReader.TEXT_MAX);
            fields.refuseIfAny();
            LocalDate today = LocalDate.ofInstant(clock.instant(), person.zone());
            outbox.send(
                    handle,
                    staff.id(),
                    person,
                    NoticeKind.LETTER,
                    NoticeBody.on(today).saying(words),
                    List.of(to));
            audit.record(handle, staff.id(), "exchange.letter", personId, "", Map.of("to", to.name()));
            return personId;
        }));
    }

    private static List<Partner> partners(Handle handle, Staff staff, Notice notice) {
        return PersonStore.find(handle, staff, notice.personId())
                .map(person -> PartnerStore.nearest(handle, person.organisationId(), notice.recipient()))
                .orElse(List.of());
    }

    private interface Work {
        void on(Handle handle, Notice notice);
    }

    private Outcome<Long> act(Staff staff, long noticeId, String action, Work work) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Notice notice = OutboxStore.lock(handle, staff, noticeId)
                    .filter(found -> staff.may(Permission.VIEW_EXCHANGE))
                    .orElseThrow(() -> new Refused(Problems.FORM, "exchange.error.unknown"));
            work.on(handle, notice);
            audit.record(handle, staff.id(), action, notice.personId(), "", Map.of("notice", noticeId));
            return noticeId;
        }));
    }
}
