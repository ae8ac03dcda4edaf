package org.guitu.web.tracks;

import java.util.List;
import java.util.stream.Stream;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** The words of the form that asks why a track is wanted, and which. */
public record TrackAskView(
        Form form, String person, String action, String cancel, List<Option> purposes, List<Option> periods) {

    static TrackAskView of(Page page, Form form, Person person) {
        return new TrackAskView(
                form,
                person.name(),
                "/people/" + person.id() + "/track",
                "/people/" + person.id(),
                Option.of(Purpose.class, "tracks.purpose", page),
                Stream.of("today", "yesterday", "day", "chosen")
                        .map(period -> new Option(period, page.text("tracks.period." + period)))
                        .toList());
    }
}
