package org.guitu.web.education;

import java.util.List;
import org.guitu.web.ui.Page;

/** The words of the list of sessions. */
public record SessionsView(List<Row> coming, List<Row> past) {

    /** One session. */
    public record Row(
            String href,
            String title,
            String subject,
            String when,
            String place,
            String holder,
            String state,
            String tone) {}

    static SessionsView of(Page page, List<Session> coming, List<Session> past) {
        return new SessionsView(
                coming.stream().map(session -> row(page, session)).toList(),
                past.stream().map(session -> row(page, session)).toList());
    }

    private static Row row(Page page, Session session) {
        return new Row(
                "/education/sessions/" + session.id(),
                session.title(),
                page.text("education.subject." + session.subject()),
                page.text(
                        "education.when", page.times().minute(session.startsAt()), HoursText.hours(session.minutes())),
                session.place(),
                session.organisationName(),
                state(page, session),
                tone(session));
    }

    static String state(Page page, Session session) {
        if (session.cancelledAt().isPresent()) {
            return page.text("education.state.cancelled");
        }
        return page.text(
                session.closedAt().isPresent() ? "education.state.closed" : "education.state.open",
                session.present(),
                session.planned());
    }

    static String tone(Session session) {
        return session.cancelledAt().isPresent() ? "none" : session.closedAt().isPresent() ? "good" : "info";
    }
}
