package org.guitu.ingest.registry;

import java.time.Instant;
import java.util.Optional;
import org.guitu.ingest.admit.CollectionHours;

/**
 * Why a subject's positions may be kept.
 *
 * @param kind which legal ground
 * @param subjectId the supervisee, or a protected person
 * @param deviceId the device worn or carried
 * @param validFrom inclusive
 * @param validTo exclusive
 * @param hours of a phone's plan, when within it positions may be kept; empty: at all times
 */
public record BasisSpec(
        Kind kind, long subjectId, long deviceId, Instant validFrom, Instant validTo, Optional<CollectionHours> hours) {

    /** One that holds at all times. */
    public BasisSpec(Kind kind, long subjectId, long deviceId, Instant validFrom, Instant validTo) {
        this(kind, subjectId, deviceId, validFrom, validTo, Optional.empty());
    }

    /** The legal ground. */
    public enum Kind {
        /** A bracelet, approved by the head of the county department for three months at most (社区矫正法 article 29). */
        AUTHORISATION,
        /** A phone, by the plan of information verification. */
        PHONE_PLAN,
        /** A protected person's own device, by their consent, for orders to keep away from them alone. */
        CONSENT
    }
}
