package org.guitu.web.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Choice;
import org.guitu.web.ui.Page;

/**
 * A timeline in words.
 *
 * @param features what one may look at alone
 * @param newer the way to the page before, {@code ""} on the first
 * @param older the way to the next page, {@code ""} on the last
 */
public record TimelineView(
        long personId, String person, List<Choice> features, List<Row> rows, String newer, String older) {

    /** Entered longer than this after it was so, an entry is marked as such. */
    private static final Duration LATE = Duration.ofDays(1);

    /**
     * One entry.
     *
     * @param at when it was so
     * @param what what happened
     * @param group the feature it belongs to, in words
     * @param entered by whom and when
     * @param late whether it was entered much later than it happened
     * @param corrected whether a later entry corrects it
     * @param corrects what it corrects, {@code ""} for nothing
     */
    public record Row(
            long id,
            String at,
            String iso,
            String what,
            String href,
            String group,
            String entered,
            boolean late,
            boolean corrected,
            String corrects) {}

    static TimelineView of(Page page, Person person, TimelineReader.Section section, String feature, int number) {
        String path = "/people/" + person.id() + "/timeline";
        String query = feature.isEmpty() ? "?page=" : "?feature=" + feature + "&page=";
        List<Choice> features = new ArrayList<>();
        features.add(new Choice("", page.text("timeline.all"), feature.isEmpty()));
        section.features()
                .forEach(name -> features.add(new Choice(name, page.featureName(name), name.equals(feature))));
        return new TimelineView(
                person.id(),
                person.name(),
                features,
                section.entries().stream()
                        .map(recorded -> row(page, person, section, recorded))
                        .toList(),
                number > 1 ? path + query + (number - 1) : "",
                section.older() ? path + query + (number + 1) : "");
    }

    private static Row row(Page page, Person person, TimelineReader.Section section, CaseLog.Recorded recorded) {
        CaseEntry entry = recorded.entry();
        boolean here = entry.link().equals("/people/" + person.id());
        return new Row(
                recorded.id(),
                page.times().minute(recorded.happenedAt()),
                page.times().iso(recorded.happenedAt()),
                EntryWords.of(page, entry),
                here ? "" : entry.link(),
                page.featureName(entry.kind().substring(0, entry.kind().indexOf('.'))),
                entered(page, recorded),
                Duration.between(recorded.happenedAt(), recorded.recordedAt()).compareTo(LATE) > 0,
                recorded.corrected(),
                recorded.corrects()
                        .flatMap(id -> Optional.ofNullable(section.corrected().get(id)))
                        .map(old -> EntryWords.of(page, old))
                        .orElse(""));
    }

    static String entered(Page page, CaseLog.Recorded recorded) {
        String at = page.times().minute(recorded.recordedAt());
        return recorded.staffName()
                .map(name -> page.text("timeline.entered", name, at))
                .orElseGet(() -> page.text("timeline.entered.system", at));
    }
}
