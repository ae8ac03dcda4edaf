package org.guitu.web.resettlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.people.Sex;

/**
 * An inmate who is said to return here.
 *
 * @param source the prison, or who told
 * @param expectedOn the day of release as told
 * @param verifyBy by when it is to be verified
 * @param finding how it was verified, {@code ""} before
 * @param personId once taken in
 */
public record Inmate(
        long id,
        long organisationId,
        String organisationName,
        String source,
        String name,
        Sex sex,
        Optional<String> identityNumber,
        Optional<LocalDate> bornOn,
        String address,
        LocalDate expectedOn,
        List<KeyReason> keyReasons,
        String note,
        LocalDate receivedOn,
        LocalDate verifyBy,
        State state,
        String finding,
        Optional<LocalDate> verifiedOn,
        String verifiedBy,
        Optional<Long> personId) {

    /** What became of the information. */
    public enum State {
        /** To be verified. */
        RECEIVED,
        /** It is right, and the person will return here. */
        VERIFIED,
        /** It is wrong: sent back to whoever told. */
        WRONG,
        /** Right or not, the person will return elsewhere. */
        NOT_OURS
    }

    public Inmate {
        keyReasons = List.copyOf(keyReasons);
    }

    boolean overdue(LocalDate today) {
        return state == State.RECEIVED && verifyBy.isBefore(today);
    }
}
