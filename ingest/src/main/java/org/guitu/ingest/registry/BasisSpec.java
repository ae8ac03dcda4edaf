package org.guitu.ingest.registry;

import java.time.Instant;

/**
 * Why a subject's positions may be kept.
 *
 * @param kind which legal ground
 * @param subjectId the supervisee
 * @param deviceId the device worn or carried
 * @param validFrom inclusive
 * @param validTo exclusive
 */
public record BasisSpec(Kind kind, long subjectId, long deviceId, Instant validFrom, Instant validTo) {

    /** The legal ground. */
    public enum Kind {
        /** A bracelet, approved by the head of the county department for three months at most (社区矫正法 article 29). */
        AUTHORISATION,
        /** A phone, by the plan of information verification. */
        PHONE_PLAN
    }
}
