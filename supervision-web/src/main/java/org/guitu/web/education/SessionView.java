package org.guitu.web.education;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Choice;
import org.guitu.web.ui.Page;

/**
 * The words of the page of one session.
 *
 * @param listed the ids of those on the list, as the form sends them back
 * @param mayNote whether who came may be noted now
 * @param mayClose whether the list may be made final
 * @param code the code that was scanned, {@code ""} for none
 */
public record SessionView(
        long id,
        String title,
        String subject,
        String when,
        String place,
        String teacher,
        String holder,
        String state,
        String tone,
        String reason,
        List<Row> rows,
        String listed,
        List<Choice> candidates,
        boolean mayNote,
        boolean mayPlan,
        boolean mayClose,
        String code,
        Form form,
        String saved) {

    /** Someone on the list. */
    public record Row(
            long personId, String name, String href, boolean present, String excuse, String noted, boolean mayRemove) {}

    static SessionView of(
            Page page,
            Session session,
            List<Attendee> attendees,
            List<Option> candidates,
            boolean holder,
            Form form,
            Optional<String> saved) {
        boolean full = page.may(Permission.VIEW_PEOPLE);
        return new SessionView(
                session.id(),
                session.title(),
                page.text("education.subject." + session.subject()),
                page.text(
                        "education.when", page.times().minute(session.startsAt()), HoursText.hours(session.minutes())),
                session.place(),
                session.teacher(),
                session.organisationName(),
                SessionsView.state(page, session),
                SessionsView.tone(session),
                session.cancelReason(),
                attendees.stream()
                        .map(attendee -> row(page, session, attendee, full))
                        .toList(),
                attendees.stream()
                        .map(attendee -> Long.toString(attendee.personId()))
                        .collect(Collectors.joining(",")),
                candidates.stream()
                        .map(option -> new Choice(option.value(), option.label(), form.has("person", option.value())))
                        .toList(),
                session.cancelledAt().isEmpty() && (session.open() || full),
                full && session.open(),
                holder && session.open(),
                "",
                form,
                saved.map(page::text).orElse(""));
    }

    static SessionView attend(Page page, Session session, List<Attendee> attendees, String code) {
        SessionView whole = of(page, session, attendees, List.of(), false, Form.empty(), Optional.empty());
        return new SessionView(
                whole.id,
                whole.title,
                whole.subject,
                whole.when,
                whole.place,
                whole.teacher,
                whole.holder,
                whole.state,
                whole.tone,
                whole.reason,
                whole.rows,
                whole.listed,
                List.of(),
                whole.mayNote,
                false,
                false,
                code,
                whole.form,
                "");
    }

    private static Row row(Page page, Session session, Attendee attendee, boolean full) {
        return new Row(
                attendee.personId(),
                attendee.name(),
                full ? "/people/" + attendee.personId() + "/education" : "",
                attendee.present().orElse(false),
                attendee.excuse(),
                attendee.present()
                        .map(present -> page.text(present ? "education.present" : "education.absent"))
                        .orElse(""),
                full && session.open() && attendee.present().isEmpty());
    }
}
