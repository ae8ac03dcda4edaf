package org.guitu.web.permits;

import java.util.List;
import org.guitu.web.form.WeeklyHours;
import org.guitu.web.zones.ZoneForm;

/**
 * An application for a permit as written in a form: raw text, {@code ""} where left empty.
 *
 * @param kind a {@link Permit.Kind}
 * @param relation with CONTACT a {@link Permit.Relation}
 * @param injunction {@code on} where a court forbade it
 * @param ground with TRAVEL where, as a zone's form says it
 * @param always with TRAVEL {@code on}: at all hours, the windows are not read
 * @param from with TRAVEL its first day, else a wall-clock time of the responsible organisation
 * @param to with TRAVEL its last day, included; else a wall-clock time
 * @param opens what it opens: {@code zone:<id>}, {@code rule:<id>}
 */
public record PermitForm(
        String kind,
        String reason,
        String subject,
        String relation,
        String detail,
        String injunction,
        ZoneForm.Ground ground,
        String always,
        List<WeeklyHours.Row> windows,
        String from,
        String to,
        String proof,
        String documentNumber,
        List<String> opens) {

    public PermitForm {
        windows = List.copyOf(windows);
        opens = List.copyOf(opens);
    }
}
