package org.guitu.web.duties;

import java.util.Optional;
import org.guitu.web.limits.Limit;

/**
 * A kind of duty, {@code <feature>.<name>}; its words are the message {@code <feature>.duty.<name>}.
 *
 * @param limit how long there is to do it; empty where the instant is given
 * @param path the page where it is done, {@code {person}} standing for the person's id
 * @param outlasts whether it stays open when the case is closed
 * @param custody whether someone is held meanwhile: a holiday does not make the term longer (CPL-105)
 * @param byHand whether it is met on the person's list of duties; else the feature that opened it meets it
 */
public record DutyKind(
        String key, Optional<Limit> limit, String path, boolean outlasts, boolean custody, boolean byHand) {

    /** One that is due as a figure says. */
    public static DutyKind of(String key, Limit limit) {
        return new DutyKind(key, Optional.of(limit), "/people/{person}", false, false, false);
    }

    /** One whose due instant is given. */
    public static DutyKind until(String key) {
        return new DutyKind(key, Optional.empty(), "/people/{person}", false, false, false);
    }

    /** Done on this page. */
    public DutyKind at(String path) {
        return new DutyKind(key, limit, path, outlasts, custody, byHand);
    }

    /** To be done after the case is closed, too. */
    public DutyKind outlastingTheCase() {
        return new DutyKind(key, limit, path, true, custody, byHand);
    }

    /** Reckoned as the terms of those who are held. */
    public DutyKind inCustody() {
        return new DutyKind(key, limit, path, outlasts, true, byHand);
    }

    /** Met by whoever did it, on the person's list of duties, with a word of what shows it. */
    public DutyKind metByHand() {
        return new DutyKind(key, limit, "/people/{person}/duties", outlasts, custody, true);
    }

    /** The message key of its words. */
    public String words() {
        return words(key);
    }

    static String words(String key) {
        int dot = key.indexOf('.');
        return key.substring(0, dot) + ".duty" + key.substring(dot);
    }
}
