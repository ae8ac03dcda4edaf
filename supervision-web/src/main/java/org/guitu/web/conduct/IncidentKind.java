package org.guitu.web.conduct;

/** What went wrong. */
public enum IncidentKind {
    /** 未按规定时间报到: from the last day on which to report, which is not counted. */
    LATE_REPORT(Shape.ABSENCE),
    /** 脱离监管: whereabouts lost, or found but refuses supervision. */
    OUT_OF_SUPERVISION(Shape.ABSENCE),
    /** 未经批准外出. */
    LEFT_WITHOUT_LEAVE(Shape.GRADED),
    /** 违反会客规定. */
    FORBIDDEN_CONTACT(Shape.GRADED),
    /** 违反迁居规定. */
    MOVED_WITHOUT_APPROVAL(Shape.GRADED),
    /** 不按规定报告自己的活动情况. */
    REFUSED_TO_REPORT(Shape.GRADED),
    /** 违反人民法院禁止令. */
    INJUNCTION_BREACH(Shape.GRADED),
    /** 不按规定参加教育学习、公益活动. */
    ABSENT_FROM_STUDY(Shape.ADMONISHED),
    /** 保外就医不按时提交病情复查情况. */
    REVIEW_PAPERS_MISSING(Shape.ADMONISHED),
    /** 受到治安管理处罚: given by the police, whoever asked for it. */
    PUBLIC_SECURITY_PUNISHMENT(Shape.PLAIN),
    /** 不符合暂予监外执行条件，或者情形消失而刑期未满. */
    CONDITIONS_GONE(Shape.PLAIN),
    /** 保证人丧失条件而不能在期限内提出新的保证人. */
    GUARANTOR_LOST(Shape.PLAIN),
    /** 违反其他监督管理规定. */
    OTHER_BREACH(Shape.GRADED);

    /** What else must be known of it. */
    enum Shape {
        /** From when to when. */
        ABSENCE,
        /** How grave it was. */
        GRADED,
        /** When the person was admonished. */
        ADMONISHED,
        PLAIN
    }

    private final Shape shape;

    IncidentKind(Shape shape) {
        this.shape = shape;
    }

    public boolean absence() {
        return shape == Shape.ABSENCE;
    }

    public boolean graded() {
        return shape == Shape.GRADED;
    }

    /** Whether it is answered only if the person was admonished and did not change. */
    public boolean admonished() {
        return shape == Shape.ADMONISHED;
    }

    /** Whether it can happen only to someone who serves a temporary execution outside prison. */
    public boolean ofTemporaryExecution() {
        return this == REVIEW_PAPERS_MISSING || this == CONDITIONS_GONE || this == GUARANTOR_LOST;
    }
}
