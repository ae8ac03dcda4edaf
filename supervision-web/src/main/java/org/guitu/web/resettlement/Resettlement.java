package org.guitu.web.resettlement;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One stretch of help.
 *
 * @param releasedOn in the future: a coming release
 * @param untilOn its last day
 * @param keyReasons empty for somebody who is no key person
 * @param noticeOn when the prison's notice came in
 * @param notMet why nobody met the person, {@code ""} where somebody did or it is still to be done
 */
public record Resettlement(
        long id,
        long personId,
        Origin origin,
        LocalDate releasedOn,
        LocalDate untilOn,
        List<KeyReason> keyReasons,
        Optional<LocalDate> noticeOn,
        Optional<LocalDate> receiptOn,
        Optional<LocalDate> metOn,
        String metBy,
        String notMet,
        Optional<LocalDate> endedOn,
        Optional<EndReason> endReason,
        String endNote,
        int version) {

    public Resettlement {
        keyReasons = List.copyOf(keyReasons);
    }

    /** What of it stands in forms. */
    Map<String, List<String>> fields() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("origin", List.of(origin.name()));
        values.put("releasedOn", List.of(releasedOn.toString()));
        values.put("keyReasons", keyReasons.stream().map(KeyReason::name).toList());
        noticeOn.ifPresent(day -> values.put("noticeOn", List.of(day.toString())));
        receiptOn.ifPresent(day -> values.put("receiptOn", List.of(day.toString())));
        metOn.ifPresent(day -> values.put("metOn", List.of(day.toString())));
        values.put("metBy", List.of(metBy));
        values.put("notMet", List.of(notMet));
        return values;
    }

    boolean key() {
        return !keyReasons.isEmpty();
    }

    /** Whether help is offered, or will be, on a day. */
    boolean standing(LocalDate day) {
        return endedOn.isEmpty() && !untilOn.isBefore(day);
    }
}
