package org.guitu.web.people;

/** Why a person is on our books: the four kinds of community corrections, or another. */
public enum Category {
    /** 管制. */
    CONTROL,
    /** 缓刑. */
    PROBATION,
    /** 假释. */
    PAROLE,
    /** 暂予监外执行. */
    TEMPORARY_EXECUTION,
    /** 刑满释放: voluntary help. No tracking, no zones, no duty to report. */
    RELEASED,
    /** 社区戒毒（康复）人员: under a duty of another law. No tracking and no zones by ours. */
    DRUG_REHABILITATION;

    /** Whether the person serves a sentence in the community and may be tracked, given a basis. */
    public boolean supervised() {
        return this != RELEASED && this != DRUG_REHABILITATION;
    }
}
