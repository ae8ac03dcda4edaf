package org.guitu.web.duties;

import java.time.Instant;
import java.util.List;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** All duties of one person, with the proof of when each was met. */
public record PersonDutiesView(long personId, String person, List<Row> rows) {

    /** One duty, open or done. */
    public record Row(
            String what,
            String href,
            String state,
            String tone,
            String due,
            String source,
            String done,
            String proof) {}

    static PersonDutiesView of(Page page, Person person, List<Duty> duties, Instant now) {
        return new PersonDutiesView(
                person.id(),
                person.name(),
                duties.stream().map(duty -> row(page, duty, now)).toList());
    }

    private static Row row(Page page, Duty duty, Instant now) {
        Duty.State state = DutyWords.state(page, duty, now);
        return new Row(
                page.text(DutyKind.words(duty.kind())),
                duty.link(),
                page.text("duties.state." + state),
                DutyWords.tone(state),
                page.text("duties.term", page.times().minute(duty.eventAt()), DutyWords.lastMoment(page, duty.dueAt())),
                duty.source(),
                duty.metAt()
                        .map(at -> duty.metBy().isEmpty()
                                ? page.times().minute(at)
                                : page.text("duties.met-by", page.times().minute(at), duty.metBy()))
                        .orElse(
                                duty.cancelReason().equals(Duties.CLOSED)
                                        ? page.text("duties.closed")
                                        : duty.cancelReason()),
                duty.proof());
    }
}
