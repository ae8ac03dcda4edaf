package org.guitu.web.sentence;

/** What kind of paper a decision came as. */
public enum Paper {
    /** 判决书. */
    JUDGMENT,
    /** 裁定书. */
    RULING,
    /** 决定书. */
    DECISION,
    /** 执行通知书. */
    EXECUTION_NOTICE,
    OTHER
}
