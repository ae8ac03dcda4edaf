package org.guitu.web.protectedpersons;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Someone to be protected, as known now.
 *
 * @param id also the subject id of telemetry
 * @param consents newest first
 * @param devices all they ever had, newest first
 * @param orders that name them, newest first
 */
public record ProtectedPerson(
        long id,
        int version,
        String name,
        String phone,
        String note,
        long organisationId,
        String organisationName,
        ZoneId zone,
        List<Consent> consents,
        List<Held> devices,
        List<NamedBy> orders) {

    /** Consent on paper. */
    public record Consent(
            long id,
            String documentNumber,
            LocalDate signedOn,
            Instant from,
            String recordedBy,
            Optional<Instant> withdrawnAt,
            String withdrawalReason) {}

    /** A device in their hands. */
    public record Held(long deviceId, String kind, String identity, Instant from, Optional<Instant> to) {}

    /**
     * An order to keep away from them.
     *
     * @param person by name; empty where the reader may not open the file
     */
    public record NamedBy(
            long ruleId, long personId, Optional<String> person, Instant from, Instant to, boolean over) {}

    /** The consent in force. */
    public Optional<Consent> consent() {
        return consents.stream().filter(one -> one.withdrawnAt().isEmpty()).findFirst();
    }

    /** The devices they have now. */
    public List<Held> held() {
        return devices.stream().filter(one -> one.to().isEmpty()).toList();
    }
}
