package org.guitu.web.sentence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.form.Fields;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonTerm;
import org.jdbi.v3.core.Handle;

/** The door through which other features enter a decision on corrections and learn from when it is final. Callers hold the person's row. */
public final class Decisions {

    private static final int WORDS_MAX = 80;

    private Decisions() {}

    /**
     * Enters the decision that a message brought, where its sender may make one about this person; the reader of the file corrects and
     * completes it like any other.
     *
     * @param servedOn when it reached the agency
     */
    public static void enter(
            Handle handle,
            Staff staff,
            Person person,
            BodyKind bodyKind,
            String body,
            String documentNumber,
            LocalDate decidedOn,
            LocalDate servedOn,
            Instant now) {
        if (!person.category().supervised() || !bodyKind.mayDecide(person.category())) {
            return;
        }
        Fields fields = new Fields();
        LocalDate today = LocalDate.ofInstant(now, person.zone());
        PersonTerm.decided(handle, staff, person, decidedOn, today, fields);
        fields.refuseIfAny();
        DecisionDraft draft = new DecisionDraft(
                Paper.of(person.category()),
                bodyKind,
                cut(body),
                cut(documentNumber),
                decidedOn,
                Optional.empty(),
                Optional.of(servedOn).filter(day -> !day.isBefore(decidedOn)),
                Optional.empty(),
                "",
                "",
                false,
                "");
        long id = DecisionStore.insert(handle, person.id(), draft, staff.id());
        new Audit().record(handle, staff.id(), "sentence.decision", person.id(), "", Map.of("id", id));
        new CaseLog()
                .record(
                        handle,
                        staff.id(),
                        person.id(),
                        now,
                        CaseEntry.of("sentence.log.decision")
                                .text(draft.body())
                                .text(draft.documentNumber())
                                .day(decidedOn)
                                .leadingTo("/people/" + person.id() + "/sentence"));
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= WORDS_MAX
                ? words
                : words.substring(0, words.offsetByCodePoints(0, WORDS_MAX));
    }

    /** From when the decision that stands now is final, where that is on file. */
    public static Optional<LocalDate> finalOn(Handle handle, long personId) {
        return standing(handle, personId)
                .flatMap(decision -> decision.finalOn().stream())
                .findFirst();
    }

    /** Those that decide before those that only accompany, the newest first. */
    private static Stream<Decision> standing(Handle handle, long personId) {
        return DecisionStore.ofCase(handle, personId).stream()
                .sorted(Comparator.comparing(decision -> !decision.paper().decides()));
    }
}
