package org.guitu.web.zones;

import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.form.Validity;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/** Reads a zone's form against what is stored: the person, the places and groups it names. */
final class ZoneReading {

    private ZoneReading() {}

    /**
     * The draft of a form about a person who was found.
     *
     * @throws Refused with every problem of the form
     */
    static ZoneDraft read(Handle handle, Staff staff, Person person, ZoneForm form, Instant now) {
        return read(handle, staff, person, form, now, now, new Fields());
    }

    /**
     * The draft of a form that changes a zone; only one that corrects it may begin in the past.
     *
     * @param before when the zone began until now
     * @throws Refused with every problem of the form
     */
    static ZoneDraft revision(Handle handle, Staff staff, Person person, ZoneForm form, Instant now, Instant before) {
        Fields fields = new Fields();
        if (!Fields.isOn(form.correction())) {
            Validity.refusePast(form.validFrom(), person.zone(), now, before, fields);
        }
        return read(handle, staff, person, form, now, before, fields);
    }

    private static ZoneDraft read(
            Handle handle, Staff staff, Person person, ZoneForm form, Instant now, Instant since, Fields fields) {
        refuseReleased(person);
        ZoneForm.Ground ground = form.ground();
        var named = new ZoneDraft.Named(
                place(handle, staff, ground, fields),
                chosen(
                        "placeGroupId",
                        ground.placeGroupId(),
                        id -> PlaceGroupStore.find(handle, staff, id).filter(PlaceGroup::hasPlaces),
                        "zones.error.group",
                        fields));
        Optional<ZoneDraft> draft = ZoneDraft.read(form, named, person.zone(), now, since, fields);
        fields.refuseIfAny();
        return draft.orElseThrow();
    }

    /** The place a form names. */
    static Optional<Place> place(Handle handle, Staff staff, ZoneForm.Ground ground, Fields fields) {
        return chosen(
                "placeId", ground.placeId(), id -> ZoneStore.findPlace(handle, staff, id), "zones.error.place", fields);
    }

    private static <T> Optional<T> chosen(
            String field, String written, LongFunction<Optional<T>> find, String problem, Fields fields) {
        String id = written.strip();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> found = id.matches("\\d{1,18}") ? find.apply(Long.parseLong(id)) : Optional.empty();
        if (found.isEmpty()) {
            fields.problem(field, problem);
        }
        return found;
    }

    static void refuseReleased(Person person) {
        if (!person.supervised()) {
            throw new Refused(Problems.FORM, "zones.error.released");
        }
    }
}
