package org.guitu.web.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.guitu.web.access.Permission;
import org.guitu.web.http.Form;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** All duties of one person, with the proof of when each was met. */
public record PersonDutiesView(long personId, String person, List<Row> rows, String today, Form form) {

    /** Reasons that the program gives; any other is what someone wrote. */
    private static final Set<String> CODES =
            Set.of(Duties.CLOSED, Duties.MOVED, Duties.GONE, "away", "period-over", Duties.WITHDRAWN);

    /** One duty, open or done. */
    public record Row(
            long id,
            String what,
            String href,
            String state,
            String tone,
            String due,
            String source,
            String done,
            String proof,
            boolean mayMeet) {}

    static PersonDutiesView of(Page page, Person person, List<Duty> duties, Instant now, Form form) {
        return new PersonDutiesView(
                person.id(),
                person.name(),
                duties.stream().map(duty -> row(page, duty, now)).toList(),
                LocalDate.ofInstant(now, person.zone()).toString(),
                form);
    }

    private static Row row(Page page, Duty duty, Instant now) {
        Duty.State state = DutyWords.state(page, duty, now);
        return new Row(
                duty.id(),
                page.text(DutyKind.words(duty.kind())),
                duty.link(),
                page.text("duties.state." + state),
                DutyWords.tone(state),
                DutyWords.term(page, duty),
                duty.source(),
                duty.metAt()
                        .map(at -> duty.metBy().isEmpty()
                                ? page.times().minute(at)
                                : page.text("duties.met-by", page.times().minute(at), duty.metBy()))
                        .orElse(reason(page, duty)),
                duty.proof(),
                duty.byHand()
                        && page.may(Permission.EDIT_PEOPLE)
                        && duty.metAt().isEmpty()
                        && duty.cancelledAt().isEmpty());
    }

    private static String reason(Page page, Duty duty) {
        return CODES.contains(duty.cancelReason())
                ? page.text("duties.reason." + duty.cancelReason())
                : duty.cancelReason();
    }
}
