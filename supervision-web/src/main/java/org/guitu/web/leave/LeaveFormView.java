package org.guitu.web.leave;

import java.util.List;
import java.util.Optional;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;
import org.guitu.web.zones.AreaForm;
import org.guitu.web.zones.Place;
import org.guitu.web.zones.Zone;

/**
 * The form that applies for leave.
 *
 * @param before what it goes on from, in words; {@code ""} for leave of its own
 * @param residence whether a residence boundary is known; if not, the first and last day are for travel
 */
public record LeaveFormView(
        Form form,
        String title,
        String action,
        String cancel,
        String before,
        boolean residence,
        List<Option> reasons,
        List<AreaForm.Part> parts,
        List<Option> places,
        String mapJson,
        String placesJson) {

    static LeaveFormView of(
            Page page, Form form, Person person, Optional<Leave> before, List<Zone> zones, List<Place> places) {
        String base = "/people/" + person.id() + "/leave";
        return new LeaveFormView(
                form,
                page.text(before.isPresent() ? "leave.extend.title" : "leave.new.title", person.name()),
                base + "/new",
                before.map(Leave::path).orElse(base),
                before.map(leave -> page.text(
                                "leave.extend.of",
                                LeaveWords.span(page, leave),
                                leave.destination(),
                                page.times().date(leave.lastDay().plusDays(1))))
                        .orElse(""),
                zones.stream().anyMatch(LeaveFormView::boundary),
                Option.of(LeaveReason.class, "leave.reason", page),
                AreaForm.parts(page, form),
                places.stream()
                        .map(place -> new Option(Long.toString(place.id()), place.name()))
                        .toList(),
                AreaForm.map(page, form, zones),
                AreaForm.places(places));
    }

    private static boolean boundary(Zone zone) {
        return zone.kind() == RuleKind.STAY_IN
                && zone.hours().windows().isEmpty()
                && zone.hours().dates().isEmpty();
    }
}
