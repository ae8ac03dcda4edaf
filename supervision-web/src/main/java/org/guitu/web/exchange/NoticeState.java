package org.guitu.web.exchange;

/**
 * Where a notice stands.
 *
 * <pre>
 * WAITING -> QUEUED -> DELIVERED
 *               |  ^
 *               v  |
 *            REFUSED
 * WAITING | QUEUED | REFUSED -> BY_HAND | WITHDRAWN
 * </pre>
 */
public enum NoticeState {
    /** No partner is registered, or one has to be chosen: to be sent on paper unless one is. */
    WAITING,
    /** To be sent, again and again until there is a receipt. */
    QUEUED,
    /** The signed receipt is here. */
    DELIVERED,
    /** The partner will not take it as it is: an officer has to look. */
    REFUSED,
    /** Sent on paper. */
    BY_HAND,
    /** What it tells of was a mistake, and it had not gone out. */
    WITHDRAWN
}
