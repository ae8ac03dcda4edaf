package org.guitu.web.conduct;

import org.guitu.web.form.Answers;
import org.guitu.web.http.Form;

/**
 * An incident as written in a form: raw text, {@code ""} where left empty.
 *
 * @param first {@code 2026-11-30}
 * @param last of an absence; {@code ""}: it goes on
 * @param source {@code alert:12} or {@code duty:5} of the same person
 */
public record IncidentForm(
        String kind, String gravity, String first, String last, String admonishedOn, String note, String source) {
    public IncidentForm {
        kind = Answers.orEmpty(kind);
        gravity = Answers.orEmpty(gravity);
        first = Answers.orEmpty(first);
        last = Answers.orEmpty(last);
        admonishedOn = Answers.orEmpty(admonishedOn);
        note = Answers.orEmpty(note);
        source = Answers.orEmpty(source);
    }

    static IncidentForm read(Form form) {
        return new IncidentForm(
                form.text("kind"),
                form.text("gravity"),
                form.text("first"),
                form.text("last"),
                form.text("admonishedOn"),
                form.text("note"),
                form.text("source"));
    }

    static IncidentForm of(Incident incident) {
        return new IncidentForm(
                incident.kind().name(),
                incident.gravity().map(Gravity::name).orElse(""),
                incident.first().toString(),
                incident.last().map(Object::toString).orElse(""),
                incident.admonishedOn().map(Object::toString).orElse(""),
                incident.note(),
                incident.source());
    }
}
