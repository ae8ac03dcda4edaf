package org.guitu.web.resettlement;

/** Why help ended. */
public enum EndReason {
    /** 帮教期满: by itself. */
    EXPIRED,
    /** 本人不愿接受: help is voluntary. */
    DECLINED,
    /** 迁出. */
    MOVED,
    /** 死亡. */
    DIED,
    /** 重新犯罪. */
    RE_OFFENDED,
    /** 登记有误. */
    MISTAKE
}
