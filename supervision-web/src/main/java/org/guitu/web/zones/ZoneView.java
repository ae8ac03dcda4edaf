package org.guitu.web.zones;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.guitu.ingest.registry.PlaceSpec;
import org.guitu.web.access.Permission;
import org.guitu.web.http.Form;
import org.guitu.web.http.Json;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** The words of one zone's page, with its history. */
public record ZoneView(
        String base,
        String personHref,
        String person,
        String name,
        String kind,
        String kindTone,
        String state,
        String tone,
        String area,
        String terms,
        String hours,
        List<Oddity> exceptions,
        String note,
        String mapJson,
        List<Version> versions,
        boolean mayRevise,
        boolean mayUndo,
        String groupHref,
        Form form) {

    /**
     * A date or a pause.
     *
     * @param from of a pause that can still be taken back, else {@code ""}
     */
    public record Oddity(String words, String from, String to) {}

    /** One revision. */
    public record Version(String title, String what, String recorded, String note) {}

    static ZoneView of(
            Page page,
            Person person,
            Zone zone,
            List<ZoneRevision> revisions,
            Instant now,
            Form form,
            List<PlaceSpec> places) {
        boolean edit = page.may(Permission.EDIT_ZONES) && person.supervised();
        ObjectNode slot = Json.mapper().createObjectNode();
        ObjectNode zones = ZoneWords.features(List.of(zone));
        places.forEach(place -> zones.withArray("/features")
                .add(ZoneWords.feature(place.area(), zone.id(), place.name(), zone.kind())));
        slot.set("zones", zones);
        boolean over = zone.state(now) == Zone.State.OVER;
        return new ZoneView(
                "/people/" + person.id() + "/zones/" + zone.id(),
                "/people/" + person.id(),
                person.name(),
                zone.name(),
                page.text("zones.kind." + zone.kind()),
                zone.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                ZoneWords.state(page, zone, now),
                ZoneWords.tone(zone, now),
                ZoneWords.ground(page, zone.order(), zone.groupName()),
                ZoneWords.terms(page, zone.order()),
                ZoneWords.hours(page, zone.hours()),
                exceptions(page, zone, now, edit && !over),
                zone.note(),
                Json.slot(slot),
                revisions.stream().map(revision -> version(page, revision)).toList(),
                edit && !over,
                edit
                        && zone.endedAt().isPresent()
                        && zone.validTo().map(to -> to.isAfter(now)).orElse(true),
                ZoneOrders.placeGroupId(zone.order())
                        .map(group -> "/place-groups/" + group)
                        .orElse(""),
                form);
    }

    /** Those of the past are history. */
    private static List<Oddity> exceptions(Page page, Zone zone, Instant now, boolean mayRevise) {
        LocalDateTime local = LocalDateTime.ofInstant(now, zone.hours().zone());
        Stream<Oddity> pauses = zone.hours().pauses().stream()
                .filter(pause -> pause.to().isAfter(local))
                .map(pause -> new Oddity(
                        ZoneWords.pause(page, pause),
                        mayRevise ? pause.from().toString() : "",
                        pause.to().toString()));
        ZoneHours dates =
                new ZoneHours(zone.hours().zone(), List.of(), zone.hours().dates(), List.of());
        return Stream.concat(
                        pauses, ZoneWords.exceptions(page, dates, now).stream().map(words -> new Oddity(words, "", "")))
                .toList();
    }

    private static Version version(Page page, ZoneRevision revision) {
        return new Version(
                page.text("zones.version", Integer.toString(revision.version()), revision.name()),
                what(page, revision),
                page.text(
                        "zones.version.recorded",
                        page.times().minute(revision.effectiveFrom()),
                        page.times().minute(revision.recordedAt()),
                        revision.recordedBy()),
                revision.note());
    }

    private static String what(Page page, ZoneRevision revision) {
        List<String> words = new ArrayList<>();
        words.add(page.text("zones.kind." + revision.order().kind()));
        words.add(ZoneWords.order(page, revision.order(), revision.groupName()));
        words.add(ZoneWords.hours(page, revision.hours()));
        words.addAll(ZoneWords.exceptions(page, revision.hours(), Instant.EPOCH));
        return String.join(" · ", words);
    }
}
