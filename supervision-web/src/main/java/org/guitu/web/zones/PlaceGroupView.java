package org.guitu.web.zones;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.ingest.registry.PlaceSpec;
import org.guitu.web.access.Permission;
import org.guitu.web.http.Form;
import org.guitu.web.http.Json;
import org.guitu.web.ui.Page;

/**
 * The words of one group of places.
 *
 * @param cut that the map shows a part of them, {@code ""} if it shows all
 * @param change what the file just looked through would do
 */
public record PlaceGroupView(
        String base,
        String name,
        String places,
        String keeper,
        String uses,
        String cut,
        String mapJson,
        List<Version> versions,
        boolean mayChange,
        Form form,
        Optional<Change> change) {

    static final int FAULTS_MAX = 200;

    /** One version. */
    public record Version(String title, String recorded) {}

    /**
     * What a file would do.
     *
     * @param upload to be sent back to apply it, {@code ""} if it cannot be applied
     */
    public record Change(String summary, String from, String upload, List<String> faults, String more) {}

    static PlaceGroupView of(
            Page page, PlaceGroupService.Shown shown, Form form, Optional<PlaceChange> change, Instant now) {
        PlaceGroup group = shown.group();
        return new PlaceGroupView(
                "/place-groups/" + group.id(),
                group.name(),
                page.text("zones.group.places", Long.toString(group.places())),
                page.text("zones.group.keeper", group.organisation()),
                page.text("zones.group.uses", Long.toString(shown.uses())),
                group.places() > shown.places().size()
                        ? page.text(
                                "zones.group.cut",
                                Integer.toString(shown.places().size()))
                        : "",
                Json.slot(slot(shown.places())),
                shown.versions().stream()
                        .map(version -> version(page, version, now))
                        .toList(),
                group.mayChange() && page.may(Permission.EDIT_ZONES),
                form,
                change.map(known -> change(page, known, form)));
    }

    private static ObjectNode slot(List<PlaceSpec> places) {
        ObjectNode slot = Json.mapper().createObjectNode();
        ObjectNode zones = slot.putObject("zones").put("type", "FeatureCollection");
        ArrayNode features = zones.putArray("features");
        for (int i = 0; i < places.size(); i++) {
            PlaceSpec place = places.get(i);
            features.add(ZoneWords.feature(place.area(), i, place.name(), RuleKind.KEEP_OUT));
        }
        return slot;
    }

    private static Version version(Page page, PlaceGroupStore.Version version, Instant now) {
        String key = version.from().isAfter(now) ? "zones.group.version.coming" : "zones.group.version";
        return new Version(
                page.text(key, Long.toString(version.number()), page.times().minute(version.from())),
                page.text("zones.group.recorded", page.times().minute(version.recordedAt())));
    }

    private static Change change(Page page, PlaceChange change, Form form) {
        int faults = change.faults().size();
        return new Change(
                faults > 0
                        ? page.text("zones.group.faults", Integer.toString(faults))
                        : page.text(
                                "zones.group.change",
                                Integer.toString(change.added()),
                                Integer.toString(change.kept()),
                                Integer.toString(change.removed())),
                form.text("from").isEmpty()
                        ? page.text("zones.group.from-now")
                        : page.text("zones.group.from-then", form.text("from").replace('T', ' ')),
                change.uploadId() == 0 ? "" : Long.toString(change.uploadId()),
                change.faults().stream()
                        .limit(FAULTS_MAX)
                        .map(fault -> page.text(
                                "zones.group.fault",
                                Integer.toString(fault.number()),
                                fault.name().isEmpty() ? page.text("zones.group.unnamed") : fault.name(),
                                page.text(
                                        fault.problem().key(),
                                        fault.problem().arguments().toArray())))
                        .toList(),
                faults > FAULTS_MAX ? page.text("zones.preview.more", Integer.toString(faults - FAULTS_MAX)) : "");
    }
}
