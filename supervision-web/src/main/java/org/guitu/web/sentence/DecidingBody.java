package org.guitu.web.sentence;

import java.util.Comparator;
import java.util.List;
import org.guitu.web.people.Category;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/** 社区矫正决定机关: on whose decision someone is in corrections, and to whom what becomes of it is reported. */
public final class DecidingBody {

    private DecidingBody() {}

    /**
     * By the papers on file. Of temporary execution outside prison the newest 决定书 says it, for a court's judgment and its later rulings on
     * the term lie in the same file; everybody else was sent by a court.
     */
    public static BodyKind of(Handle handle, Person person) {
        if (person.category() != Category.TEMPORARY_EXECUTION) {
            return BodyKind.COURT;
        }
        List<Decision> standing = DecisionStore.standing(handle, person.id()).stream()
                .filter(decision -> decision.withdrawn().isEmpty())
                .sorted(Comparator.comparing(decision -> decision.paper() != Paper.DECISION))
                .toList();
        return standing.isEmpty() ? BodyKind.COURT : standing.getFirst().bodyKind();
    }
}
