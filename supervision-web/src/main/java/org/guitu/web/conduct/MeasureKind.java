package org.guitu.web.conduct;

import java.util.Optional;
import org.guitu.web.people.Category;

/** What answers a person's conduct; those that burden are named from the lightest to the heaviest. */
public enum MeasureKind {
    /** 训诫. */
    REPRIMAND(1, Addressee.PERSON),
    /** 警告. */
    WARNING(2, Addressee.PERSON),
    /** 提请治安管理处罚. */
    PUBLIC_SECURITY_PROPOSAL(3, Addressee.POLICE),
    /** 提请撤销缓刑、假释. */
    REVOCATION_PROPOSAL(4, Addressee.DECIDING_BODY),
    /** 提请收监执行. */
    RECALL_PROPOSAL(4, Addressee.DECIDING_BODY),
    /** 表扬. */
    COMMENDATION(0, Addressee.PERSON),
    /** 提请减刑. */
    COMMUTATION_PROPOSAL(0, Addressee.DECIDING_BODY),
    /** 从宽建议: a lighter class or the early end of a restriction. */
    LENIENCY_RECOMMENDATION(0, Addressee.PERSON);

    /** To whom it goes. */
    enum Addressee {
        PERSON,
        POLICE,
        /** The court or the prison administration. */
        DECIDING_BODY
    }

    private final int rank;
    private final Addressee addressee;

    MeasureKind(int rank, Addressee addressee) {
        this.rank = rank;
        this.addressee = addressee;
    }

    /** Whether it burdens the person; else it is a reward. */
    public boolean punishes() {
        return rank > 0;
    }

    public boolean heavierThan(MeasureKind other) {
        return rank > other.rank;
    }

    /** Whether another body decides on it: it is sent there and answered. */
    public boolean outward() {
        return addressee != Addressee.PERSON;
    }

    Addressee addressee() {
        return addressee;
    }

    /** Whether it can be taken against someone of this category. */
    public boolean fits(Category category) {
        return switch (this) {
            case REVOCATION_PROPOSAL -> category == Category.PROBATION || category == Category.PAROLE;
            case RECALL_PROPOSAL -> category == Category.TEMPORARY_EXECUTION;
            case REPRIMAND,
                    WARNING,
                    PUBLIC_SECURITY_PROPOSAL,
                    COMMENDATION,
                    COMMUTATION_PROPOSAL,
                    LENIENCY_RECOMMENDATION -> category.supervised();
        };
    }

    /** The heaviest for someone of this category: it ends serving outside, but control cannot be revoked and is left to the police. */
    static Optional<MeasureKind> heaviest(Category category) {
        return switch (category) {
            case PROBATION, PAROLE -> Optional.of(REVOCATION_PROPOSAL);
            case TEMPORARY_EXECUTION -> Optional.of(RECALL_PROPOSAL);
            case CONTROL -> Optional.of(PUBLIC_SECURITY_PROPOSAL);
            case RELEASED, DRUG_REHABILITATION -> Optional.empty();
        };
    }
}
