package org.guitu.web.posts;

/** How someone serves in a post. */
public enum PostKind {
    /** 专职矫正工作人员: counts for the ratio of workers to people. */
    CORRECTIONS_WORKER,
    /** Full-time for other work of the house. */
    FULL_TIME,
    PART_TIME,
    VOLUNTEER,
    EXPERT
}
