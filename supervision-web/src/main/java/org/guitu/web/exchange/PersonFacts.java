package org.guitu.web.exchange;

import java.time.LocalDate;
import java.util.Optional;
import org.guitu.web.people.Category;
import org.guitu.web.people.Sex;

/** What a decision or a prison says of somebody who is to be entered. What is not known is left out. */
public record PersonFacts(
        Optional<Sex> sex,
        Optional<LocalDate> bornOn,
        Optional<String> phone,
        Optional<String> address,
        Optional<Category> category,
        Optional<LocalDate> termFrom,
        Optional<LocalDate> termTo) {}
