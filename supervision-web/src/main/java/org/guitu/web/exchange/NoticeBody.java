package org.guitu.web.exchange;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a message says. Every member may be left out; there are no others, so that nothing leaves the house that the law does not ask for.
 *
 * @param day when it happened or begins to hold
 * @param until the last day of what it grants, or the expected day
 * @param documentNumber of the decision it tells of
 * @param reason why, in words
 * @param place where to, or where
 * @param text anything else, in words
 * @param person whom to enter; with a decision or an inmate's information alone
 */
public record NoticeBody(
        Optional<LocalDate> day,
        Optional<LocalDate> until,
        Optional<String> documentNumber,
        Optional<String> reason,
        Optional<String> place,
        Optional<String> text,
        Optional<PersonFacts> person) {

    /** Of something that happened or begins on a day. */
    public static NoticeBody on(LocalDate day) {
        return new NoticeBody(
                Optional.of(day),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public NoticeBody until(LocalDate last) {
        return new NoticeBody(day, Optional.of(last), documentNumber, reason, place, text, person);
    }

    public NoticeBody document(String number) {
        return new NoticeBody(day, until, present(number, MessageReader.NUMBER_MAX), reason, place, text, person);
    }

    public NoticeBody because(String why) {
        return new NoticeBody(day, until, documentNumber, present(why, MessageReader.TEXT_MAX), place, text, person);
    }

    public NoticeBody at(String where) {
        return new NoticeBody(
                day, until, documentNumber, reason, present(where, MessageReader.WORDS_MAX), text, person);
    }

    public NoticeBody saying(String words) {
        return new NoticeBody(
                day, until, documentNumber, reason, place, present(words, MessageReader.TEXT_MAX), person);
    }

    public NoticeBody entering(PersonFacts facts) {
        return new NoticeBody(day, until, documentNumber, reason, place, text, Optional.of(facts));
    }

    /** What is longer than the schema allows is cut: a notice that no one takes would be worse. */
    private static Optional<String> present(String words, int max) {
        String text = words.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return text.codePointCount(0, text.length()) <= max
                ? Optional.of(text)
                : Optional.of(text.substring(0, text.offsetByCodePoints(0, max - 1)) + "…");
    }
}
