package org.guitu.web.lifecycle;

import org.guitu.web.http.Form;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** The form by which a step is taken, in words. */
public record StepView(
        long personId,
        String person,
        String title,
        String lead,
        String action,
        boolean wantsDocument,
        boolean reception,
        boolean closing,
        Form form) {

    static StepView of(Page page, Person person, CaseStep step, Form form) {
        return new StepView(
                person.id(),
                person.name(),
                page.text("lifecycle.step.title", page.text("lifecycle.step." + step), person.name()),
                page.text("lifecycle.lead." + step),
                "/people/" + person.id() + "/case/step/" + step,
                step.wantsDocument(),
                step == CaseStep.RECEPTION,
                step.to().closed(),
                form);
    }
}
