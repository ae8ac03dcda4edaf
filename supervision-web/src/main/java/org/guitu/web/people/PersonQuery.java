package org.guitu.web.people;

import java.util.Optional;

/**
 * What a list of people is asked for.
 *
 * @param words beginnings of names, latin names, initials, case numbers or device identities; all must match
 * @param after the cursor of the page before, {@code ""} for the first
 * @param limit rows on a page, 1-200
 */
public record PersonQuery(
        String words,
        Optional<Category> category,
        Optional<SupervisionClass> supervisionClass,
        String after,
        int limit) {

    public static PersonQuery of(String words) {
        return new PersonQuery(words, Optional.empty(), Optional.empty(), "", 50);
    }
}
