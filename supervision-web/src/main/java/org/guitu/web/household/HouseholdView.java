package org.guitu.web.household;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guitu.web.access.Permission;
import org.guitu.web.http.Form;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** The words of the page with how a person lives. */
public record HouseholdView(
        long personId,
        String person,
        boolean mayEdit,
        List<Part> parts,
        List<Shown> photos,
        String today,
        Form form,
        String fault) {

    /** One section. */
    public record Part(String id, String slug, String title, String add, String empty, List<Item> items) {}

    /** One fact. */
    public record Item(
            long id,
            int version,
            String title,
            String detail,
            String badge,
            String tone,
            String recorded,
            boolean mayEdit) {}

    /** One photograph. */
    public record Shown(long id, String href, int width, int height, String words) {}

    static HouseholdView of(
            Page page,
            Person person,
            List<Entry> entries,
            List<PhotoService.Photo> photos,
            LocalDate today,
            Form form) {
        boolean edit = page.may(Permission.EDIT_PEOPLE);
        return new HouseholdView(
                person.id(),
                person.name(),
                edit,
                Arrays.stream(Section.values())
                        .map(section -> part(page, section, entries, today, edit))
                        .toList(),
                photos.stream()
                        .map(photo -> new Shown(
                                photo.id(),
                                "/people/" + person.id() + "/photos/" + photo.id(),
                                photo.width(),
                                photo.height(),
                                page.text(
                                        "household.photo.recorded",
                                        page.times().minute(photo.recordedAt()),
                                        photo.recordedBy())))
                        .toList(),
                today.toString(),
                form,
                Stream.of("", "lastDay", "mistake", "reason")
                        .flatMap(field -> form.fault(field).stream())
                        .findFirst()
                        .map(fault -> page.text(fault.key(), fault.arguments().toArray()))
                        .orElse(""));
    }

    private static Part part(Page page, Section section, List<Entry> entries, LocalDate today, boolean edit) {
        return new Part(
                "s-" + section.name().toLowerCase(java.util.Locale.ROOT),
                section.name().toLowerCase(java.util.Locale.ROOT),
                page.text("household.section." + section),
                page.text("household.add." + section),
                page.text("household.empty." + section),
                entries.stream()
                        .filter(entry -> entry.section() == section)
                        .map(entry -> item(page, entry, today, edit))
                        .toList());
    }

    private static Item item(Page page, Entry entry, LocalDate today, boolean edit) {
        return new Item(
                entry.id(),
                entry.version(),
                title(page, entry),
                detail(page, entry),
                badge(page, entry, today),
                entry.holds(today) ? (entry.emergency() ? "warn" : "good") : "none",
                page.text("household.recorded", page.times().minute(entry.recordedAt()), entry.recordedBy()),
                edit && entry.standing());
    }

    static String title(Page page, Entry entry) {
        String what = entry.section() == Section.CONTACT ? entry.phone() : entry.name();
        String kind = page.text("household.kind." + entry.kind());
        return what.isEmpty() ? kind : kind + " · " + what;
    }

    static String detail(Page page, Entry entry) {
        return Stream.of(
                        entry.section() == Section.CONTACT ? "" : entry.phone(),
                        entry.detail(),
                        entry.address(),
                        entry.together() ? page.text("household.together") : "",
                        entry.note(),
                        entry.validTo()
                                .map(last -> page.text(
                                        "household.span",
                                        page.times().date(entry.validFrom()),
                                        page.times().date(last)))
                                .orElseGet(() -> page.text(
                                        "household.since", page.times().date(entry.validFrom()))),
                        entry.withdrawn().orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String badge(Page page, Entry entry, LocalDate today) {
        if (entry.withdrawn().isPresent()) {
            return page.text("household.withdrawn");
        }
        if (!entry.holds(today)) {
            return page.text("household.past");
        }
        return entry.emergency() ? page.text("household.emergency") : "";
    }
}
