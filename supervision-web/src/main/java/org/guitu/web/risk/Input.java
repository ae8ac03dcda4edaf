package org.guitu.web.risk;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing an instrument asks.
 *
 * @param name the column of the case file
 * @param absentees spellings that say "none is known", as if it had not been answered
 * @param standing what counts where nothing was answered; only where the instrument says so
 */
public record Input(String name, Answer answer, Need need, List<String> absentees, Optional<Value> standing) {

    /**
     * When an answer is needed.
     *
     * @param kind what its absence means
     * @param when the case in which it is asked at all; a formula over the inputs
     */
    record Need(Kind kind, Formula when) {

        enum Kind {
            /** Without it there is no score. */
            MANDATORY,
            /** The instrument says how to go on without it; its absence is reported beside the score. */
            WANTED,
            /** Its absence says nothing is known, which the instrument takes as an answer. */
            OPTIONAL
        }
    }

    public Input {
        absentees = List.copyOf(absentees);
    }

    /** Whether an answer is blank or says that none is known. */
    boolean isAbsent(String text) {
        return text.isBlank() || absentees.contains(text.strip());
    }

    /** The words one may choose from, none for a number, a date or a list. */
    public List<String> choices() {
        return answer instanceof Answer.Choice(List<String> values, Map<String, String> _) ? values : List.of();
    }
}
