package org.guitu.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guitu.web.access.Lang;
import org.guitu.web.access.Staff;
import org.guitu.web.conduct.MeasureKind;
import org.guitu.web.duties.DutyKind;
import org.guitu.web.exchange.NoticeBody;
import org.guitu.web.exchange.NoticeDuty;
import org.guitu.web.exchange.NoticeKind;
import org.guitu.web.exchange.Outbox;
import org.guitu.web.exchange.PartnerKind;
import org.guitu.web.leave.Leave;
import org.guitu.web.lifecycle.CaseStep;
import org.guitu.web.lifecycle.StepListener;
import org.guitu.web.papers.PaperSources;
import org.guitu.web.people.Person;
import org.guitu.web.permits.Permit;
import org.guitu.web.sentence.DecidingBody;
import org.guitu.web.ui.Messages;
import org.jdbi.v3.core.Handle;

/** At which moments of a case the law wants courts, procuratorates and police told. The features know nothing of the exchange. */
final class CaseNotices implements StepListener {

    // Their features open these duties; a notice that has arrived discharges them.
    private static final DutyKind COPY = DutyKind.until("conduct.copy");
    private static final DutyKind INFORM_OF_LEAVE = DutyKind.until("leave.inform-procuratorate");
    private static final DutyKind INFORM_COURT = DutyKind.until("permits.inform-court");
    private static final DutyKind INFORM_PROCURATORATE = DutyKind.until("permits.inform-procuratorate");

    private final Outbox outbox;
    private final InstantSource clock;
    private final Messages words = PaperSources.words("lifecycle");

    CaseNotices(InstantSource clock) {
        this.clock = clock;
        this.outbox = new Outbox(clock);
    }

    @Override
    public void taken(Handle handle, Staff by, Person person, CaseStep step, LocalDate on, String documentNumber) {
        kind(step)
                .ifPresent(kind -> outbox.send(
                        handle,
                        by.id(),
                        person,
                        kind,
                        NoticeBody.on(on).document(documentNumber),
                        recipients(handle, person, kind)));
    }

    /** Whoever was told of it is told that it was a mistake. */
    @Override
    public void undone(Handle handle, Staff by, Person person, CaseStep step, LocalDate on, String reason) {
        kind(step)
                .ifPresent(kind -> outbox.takeBack(
                        handle,
                        by.id(),
                        person,
                        kind,
                        LocalDate.ofInstant(clock.instant(), person.zone()),
                        words.text(
                                Lang.ZH,
                                "lifecycle.correction",
                                words.text(Lang.ZH, "lifecycle.step." + step),
                                on.toString(),
                                reason)));
    }

    /** The procuratorate has a copy of what the deciding body was advised. */
    void reported(Handle handle, Staff by, Person person, LocalDate on, String reportNumber, boolean suitable) {
        outbox.send(
                handle,
                by.id(),
                person,
                NoticeKind.INVESTIGATION,
                NoticeBody.on(on)
                        .document(reportNumber)
                        .saying(words.text(Lang.ZH, "lifecycle.opinion." + (suitable ? "SUITABLE" : "UNSUITABLE"))));
    }

    void decision(
            Handle handle,
            Staff by,
            Person person,
            long measureId,
            MeasureKind kind,
            LocalDate decidedOn,
            String documentNumber) {
        kind(kind)
                .ifPresent(notice -> outbox.send(
                        handle,
                        by.id(),
                        person,
                        notice,
                        NoticeBody.on(decidedOn).document(documentNumber),
                        recipients(handle, person, notice),
                        List.of(new NoticeDuty(PartnerKind.PROCURATORATE, COPY, "measure:" + measureId))));
    }

    void longLeave(Handle handle, Staff by, Person person, Leave leave) {
        outbox.send(
                handle,
                by.id(),
                person,
                NoticeKind.LONG_LEAVE,
                NoticeBody.on(leave.firstDay()).until(leave.lastDay()).at(leave.destination()),
                NoticeKind.LONG_LEAVE.recipients(),
                List.of(new NoticeDuty(PartnerKind.PROCURATORATE, INFORM_OF_LEAVE, leave.ref())));
    }

    void forbiddenPlace(Handle handle, Staff by, Person person, Permit permit) {
        outbox.send(
                handle,
                by.id(),
                person,
                NoticeKind.INJUNCTION_PLACE,
                NoticeBody.on(LocalDate.ofInstant(permit.from(), permit.zone())).at(permit.subject()),
                NoticeKind.INJUNCTION_PLACE.recipients(),
                List.of(
                        new NoticeDuty(PartnerKind.COURT, INFORM_COURT, permit.ref()),
                        new NoticeDuty(PartnerKind.PROCURATORATE, INFORM_PROCURATORATE, permit.ref())));
    }

    /** Whom the law names; where that is the deciding body, the one that decided, which need not be a court. */
    private static Set<PartnerKind> recipients(Handle handle, Person person, NoticeKind kind) {
        return switch (kind) {
            case RECALL, END, DEATH, PLACE_CHANGE -> {
                Set<PartnerKind> recipients = EnumSet.copyOf(kind.recipients());
                recipients.remove(PartnerKind.COURT);
                recipients.add(decider(handle, person));
                yield recipients;
            }
            default -> kind.recipients();
        };
    }

    private static PartnerKind decider(Handle handle, Person person) {
        return switch (DecidingBody.of(handle, person)) {
            case COURT -> PartnerKind.COURT;
            case PRISON_ADMINISTRATION -> PartnerKind.PRISON;
            case POLICE -> PartnerKind.POLICE;
        };
    }

    private static Optional<NoticeKind> kind(CaseStep step) {
        return switch (step) {
            case RECEPTION -> Optional.of(NoticeKind.INTAKE);
            case NOT_REPORTED, LOST -> Optional.of(NoticeKind.LOST_CONTACT);
            case TRANSFER_ARRIVAL, TRANSFERRED_OUT -> Optional.of(NoticeKind.PLACE_CHANGE);
            case EXPIRY, PARDON, REVOCATION, RECALL, NEW_SENTENCE -> Optional.of(NoticeKind.END);
            case DEATH -> Optional.of(NoticeKind.DEATH);
            case NEW_CASE,
                    DECISION,
                    NOT_ADMITTED,
                    PAPERS,
                    FOUND,
                    DETAINED,
                    DETENTION_OVER,
                    TRANSFER_START,
                    TRANSFER_OFF -> Optional.empty();
        };
    }

    private static Optional<NoticeKind> kind(MeasureKind measure) {
        return switch (measure) {
            case REPRIMAND -> Optional.of(NoticeKind.REPRIMAND);
            case WARNING -> Optional.of(NoticeKind.WARNING);
            case PUBLIC_SECURITY_PROPOSAL -> Optional.of(NoticeKind.POLICE_PROPOSAL);
            case REVOCATION_PROPOSAL -> Optional.of(NoticeKind.REVOCATION);
            case RECALL_PROPOSAL -> Optional.of(NoticeKind.RECALL);
            case COMMENDATION, COMMUTATION_PROPOSAL, LENIENCY_RECOMMENDATION -> Optional.empty();
        };
    }
}
