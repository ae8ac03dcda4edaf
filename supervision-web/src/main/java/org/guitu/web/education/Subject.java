package org.guitu.web.education;

/** What a course is about. */
public enum Subject {
    /** 法治教育. */
    LAW,
    /** 道德教育. */
    MORALS,
    /** 心理健康教育. */
    PSYCHOLOGY,
    /** 职业技能. */
    SKILLS,
    /** 其他学习. */
    OTHER_STUDY,
    /** 公益活动. */
    PUBLIC_BENEFIT;

    Branch branch() {
        return this == PUBLIC_BENEFIT ? Branch.WORK : Branch.STUDY;
    }
}
