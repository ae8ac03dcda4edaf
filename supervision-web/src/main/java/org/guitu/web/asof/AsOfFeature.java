package org.guitu.web.asof;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;

/** The page that tells what held of a person on any past day. */
public final class AsOfFeature implements Feature {

    private final AsOfReader reader;
    private final PeopleService people;
    private final InstantSource clock;

    public AsOfFeature(AsOfReader reader, PeopleService people, InstantSource clock) {
        this.reader = reader;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "asof";
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/people/{id}/as-of", Permission.VIEW_PEOPLE, this::show);
    }

    private Reply show(Request request) {
        Person person = people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
        LocalDate today = LocalDate.ofInstant(clock.instant(), person.zone());
        Form form = request.queryForm();
        LocalDate day = day(form, "day", today).orElse(today);
        Optional<LocalDate> known = day(form, "known", today);
        if (!form.valid()) {
            AsOfReader.Answer none = new AsOfReader.Answer(Optional.empty(), java.util.List.of());
            return Reply.html("asof/as-of", page -> AsOfView.of(page, person, form, today, Optional.empty(), none))
                    .withStatus(422);
        }
        AsOfReader.Answer answer = reader.read(request.staff(), person, day, known);
        Form filled = Form.filled(Map.of(
                "day", day.toString(), "known", known.map(LocalDate::toString).orElse("")));
        return Reply.html("asof/as-of", page -> AsOfView.of(page, person, filled, day, known, answer));
    }

    /** A day of the past or today; what is to come nobody knows. */
    private static Optional<LocalDate> day(Form form, String field, LocalDate today) {
        if (form.text(field).isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(form.text(field));
            if (day.isAfter(today) || day.getYear() < 1900) {
                form.reject(field, "asof.error.day");
            }
            return Optional.of(day);
        } catch (DateTimeParseException notADay) {
            form.reject(field, "ui.form.date");
            return Optional.empty();
        }
    }
}
