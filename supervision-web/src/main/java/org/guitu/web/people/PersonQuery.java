package org.guitu.web.people;

import java.util.Optional;
import org.guitu.web.http.Form;

/**
 * What a list of people is asked for.
 *
 * @param words beginnings of names, latin names, initials, case numbers or device identities, or the last four and more characters of the
 *     identity number; all must match
 * @param state only cases that stand so
 * @param after the cursor of the page before, {@code ""} for the first
 * @param limit rows on a page, 1-200
 */
public record PersonQuery(
        String words,
        Optional<Category> category,
        Optional<SupervisionClass> supervisionClass,
        Optional<CaseState> state,
        String after,
        int limit) {

    public static PersonQuery of(String words) {
        return new PersonQuery(words, Optional.empty(), Optional.empty(), Optional.empty(), "", 50);
    }

    /** As a list's search form asks; what cannot be understood is no filter. */
    public static PersonQuery of(Form form) {
        return new PersonQuery(
                form.text("q"),
                constant(Category.class, form.text("category")),
                constant(SupervisionClass.class, form.text("class")),
                constant(CaseState.class, form.text("state")),
                form.text("after"),
                50);
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    public PersonQuery limitedTo(int rows) {
        return new PersonQuery(words, category, supervisionClass, state, after, rows);
    }

    /** The page that follows one that ended with this cursor. */
    public PersonQuery after(String cursor) {
        return new PersonQuery(words, category, supervisionClass, state, cursor, limit);
    }
}
