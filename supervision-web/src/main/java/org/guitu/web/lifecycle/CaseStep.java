package org.guitu.web.lifecycle;

import static org.guitu.web.people.CaseState.ACTIVE;
import static org.guitu.web.people.CaseState.AWAITING_REPORT;
import static org.guitu.web.people.CaseState.CLOSED_EXPIRED;
import static org.guitu.web.people.CaseState.CLOSED_PARDON;
import static org.guitu.web.people.CaseState.DECIDED;
import static org.guitu.web.people.CaseState.INVESTIGATION;
import static org.guitu.web.people.CaseState.NOT_TAKEN_UP;
import static org.guitu.web.people.CaseState.ON_LEAVE;
import static org.guitu.web.people.CaseState.OUT_OF_SUPERVISION;
import static org.guitu.web.people.CaseState.SUSPENDED_DETAINED;
import static org.guitu.web.people.CaseState.TERMINATED;
import static org.guitu.web.people.CaseState.TRANSFERRING;

import java.util.EnumSet;
import java.util.Set;
import org.guitu.web.people.CaseState;

/** A step of a case: from which states it may be taken and where it leads. Leave has its own feature and is no step here. */
public enum CaseStep {
    /** 新收案件: someone on the books gets another case; it begins under investigation or as decided. */
    NEW_CASE(EnumSet.of(CLOSED_EXPIRED, CLOSED_PARDON, TERMINATED), DECIDED),
    /** 决定社区矫正: the deciding body has decided. */
    DECISION(EnumSet.of(INVESTIGATION), DECIDED),
    /** 未适用: it decided otherwise, and the case ends before it began. */
    NOT_ADMITTED(EnumSet.of(INVESTIGATION, DECIDED), TERMINATED),
    /** 送达法律文书: papers served; the person must report in. */
    PAPERS(EnumSet.of(DECIDED), AWAITING_REPORT),
    /** 未按期报到. */
    NOT_REPORTED(EnumSet.of(AWAITING_REPORT), NOT_TAKEN_UP),
    /** 接收: the person reported in and is received, papers complete or not. */
    RECEPTION(EnumSet.of(DECIDED, AWAITING_REPORT, NOT_TAKEN_UP), ACTIVE),
    /** 失联脱管. */
    LOST(EnumSet.of(ACTIVE, ON_LEAVE, TRANSFERRING), OUT_OF_SUPERVISION),
    /** 查找归管. */
    FOUND(EnumSet.of(OUT_OF_SUPERVISION), ACTIVE),
    /** 羁押: held elsewhere. */
    DETAINED(EnumSet.of(ACTIVE, ON_LEAVE, TRANSFERRING, OUT_OF_SUPERVISION), SUSPENDED_DETAINED),
    /** 解除羁押. */
    DETENTION_OVER(EnumSet.of(SUSPENDED_DETAINED), ACTIVE),
    /** 启动变更执行地. */
    TRANSFER_START(EnumSet.of(ACTIVE), TRANSFERRING),
    /** 终止变更执行地: refused or withdrawn. */
    TRANSFER_OFF(EnumSet.of(TRANSFERRING), ACTIVE),
    /** 到新执行地报到. */
    TRANSFER_ARRIVAL(EnumSet.of(TRANSFERRING), ACTIVE),
    /** 到系统外的新执行地报到: the file has left us, and the case ends here. */
    TRANSFERRED_OUT(EnumSet.of(TRANSFERRING), TERMINATED),
    /** 期满解除. */
    EXPIRY(EnumSet.of(ACTIVE, ON_LEAVE, TRANSFERRING), CLOSED_EXPIRED),
    /** 赦免. */
    PARDON(EnumSet.of(ACTIVE, ON_LEAVE, TRANSFERRING, OUT_OF_SUPERVISION, SUSPENDED_DETAINED), CLOSED_PARDON),
    /** 撤销缓刑、撤销假释. */
    REVOCATION(EnumSet.of(ACTIVE, ON_LEAVE, TRANSFERRING, OUT_OF_SUPERVISION, SUSPENDED_DETAINED), TERMINATED),
    /** 收监执行. */
    RECALL(EnumSet.of(ACTIVE, ON_LEAVE, TRANSFERRING, OUT_OF_SUPERVISION, SUSPENDED_DETAINED), TERMINATED),
    /** 再犯罪判决. */
    NEW_SENTENCE(EnumSet.of(ACTIVE, ON_LEAVE, TRANSFERRING, OUT_OF_SUPERVISION, SUSPENDED_DETAINED), TERMINATED),
    /** 死亡. */
    DEATH(
            EnumSet.of(
                    INVESTIGATION,
                    DECIDED,
                    AWAITING_REPORT,
                    NOT_TAKEN_UP,
                    ACTIVE,
                    ON_LEAVE,
                    TRANSFERRING,
                    OUT_OF_SUPERVISION,
                    SUSPENDED_DETAINED),
            TERMINATED);

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final Set<CaseState> from;

    private final CaseState to;

    CaseStep(EnumSet<CaseState> from, CaseState to) {
        this.from = from;
        this.to = to;
    }

    /** Where it leads. */
    public CaseState to() {
        return to;
    }

    boolean mayFollow(CaseState state) {
        return from.contains(state);
    }

    /** Whether it leads back to where the case stood: a change of place goes on if one is under way. */
    boolean leadsBack() {
        return this == FOUND || this == DETENTION_OVER;
    }

    /** Taken by a page of its own: about a transfer, or a new case. */
    boolean hasOwnPage() {
        return this == NEW_CASE
                || this == TRANSFER_START
                || this == TRANSFER_OFF
                || this == TRANSFER_ARRIVAL
                || this == TRANSFERRED_OUT;
    }

    /** Whether a paper of another body is what it rests on: its number is asked for. */
    boolean wantsDocument() {
        return switch (this) {
            case DECISION, PAPERS, DETAINED, PARDON, REVOCATION, RECALL, NEW_SENTENCE -> true;
            case NEW_CASE,
                    NOT_ADMITTED,
                    NOT_REPORTED,
                    RECEPTION,
                    LOST,
                    FOUND,
                    DETENTION_OVER,
                    TRANSFER_START,
                    TRANSFER_OFF,
                    TRANSFER_ARRIVAL,
                    TRANSFERRED_OUT,
                    EXPIRY,
                    DEATH -> false;
        };
    }
}
