package org.guitu.web.leave;

import org.guitu.web.form.Answers;
import org.guitu.web.zones.ZoneForm;
import org.jspecify.annotations.Nullable;

/**
 * An application for leave as written in a form: raw text, {@code ""} where left empty.
 *
 * @param reason a {@link LeaveReason}
 * @param destination city and county in words
 * @param ground where, as a zone's form says it
 * @param appliedOn the day of the written application; empty: today
 * @param extendsId the leave it goes on from; its first day is then the day after that one's last
 */
public record LeaveForm(
        String reason,
        String destination,
        ZoneForm.Ground ground,
        String firstDay,
        String lastDay,
        String proof,
        String documentNumber,
        String companion,
        String phone,
        String urgency,
        String appliedOn,
        String extendsId) {

    /** A plain application, for those who write the form themselves. */
    public static LeaveForm of(
            LeaveReason reason,
            String destination,
            String area,
            String firstDay,
            String lastDay,
            String proof,
            String phone) {
        return new LeaveForm(
                reason.name(),
                destination,
                ZoneForm.Ground.of(area),
                firstDay,
                lastDay,
                proof,
                "",
                "",
                phone,
                "",
                "",
                "");
    }

    /** The same, with why it could not be applied for in time. */
    public LeaveForm urgent(@Nullable String why) {
        return new LeaveForm(
                reason,
                destination,
                ground,
                firstDay,
                lastDay,
                proof,
                documentNumber,
                companion,
                phone,
                Answers.orEmpty(why),
                appliedOn,
                extendsId);
    }
}
