package org.guitu.web.leave;

/** The reasons for which one may leave (IM-26). */
public enum LeaveReason {
    /** 就医. */
    MEDICAL,
    /** 就学. */
    STUDY,
    /** 参与诉讼. */
    LITIGATION,
    /** 处理家庭重要事务. */
    FAMILY,
    /** 处理工作重要事务. */
    WORK
}
