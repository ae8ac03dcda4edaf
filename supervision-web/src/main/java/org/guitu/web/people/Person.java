package org.guitu.web.people;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A person as known now.
 *
 * @param id also the subject id of telemetry
 * @param version grows with each edit
 * @param latinName pinyin or the name in Latin letters, {@code ""} if not known
 * @param termTo last day of the sentence in the community
 * @param state where the case stands; empty for someone who was never in corrections
 * @param minor under 18 when it began; it stays so
 * @param zone the time zone of the responsible organisation
 */
public record Person(
        long id,
        int version,
        String caseNumber,
        String name,
        String latinName,
        Sex sex,
        Optional<LocalDate> bornOn,
        Optional<String> identityNumber,
        String phone,
        String address,
        Optional<LocalDate> termFrom,
        Optional<LocalDate> termTo,
        String note,
        Category category,
        SupervisionClass supervisionClass,
        Optional<CaseState> state,
        boolean minor,
        long organisationId,
        String organisationName,
        ZoneId zone,
        Optional<Long> officerId,
        Optional<String> officerName) {

    /**
     * Whether the person is in community corrections now: received, and neither discharged nor released. Only then may there be a basis, a
     * device, a zone or a duty to report.
     */
    public boolean supervised() {
        return category.supervised() && state.map(CaseState::inCorrections).orElse(false);
    }
}
