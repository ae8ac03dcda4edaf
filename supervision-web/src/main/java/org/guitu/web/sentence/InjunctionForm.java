package org.guitu.web.sentence;

import org.guitu.web.form.Answers;

/** An injunction as written in a form: raw text, {@code ""} where left empty; the last day is included. */
public record InjunctionForm(
        String documentNumber, String activities, String places, String contacts, String firstDay, String lastDay) {
    public InjunctionForm {
        documentNumber = Answers.orEmpty(documentNumber);
        activities = Answers.orEmpty(activities);
        places = Answers.orEmpty(places);
        contacts = Answers.orEmpty(contacts);
        firstDay = Answers.orEmpty(firstDay);
        lastDay = Answers.orEmpty(lastDay);
    }

    static InjunctionForm of(Injunction injunction) {
        return new InjunctionForm(
                injunction.documentNumber(),
                injunction.activities(),
                injunction.places(),
                injunction.contacts(),
                injunction.firstDay().toString(),
                injunction.lastDay().toString());
    }
}
