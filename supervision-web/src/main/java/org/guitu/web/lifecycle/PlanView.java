package org.guitu.web.lifecycle;

import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.http.Form;
import org.guitu.web.papers.PaperKind;
import org.guitu.web.papers.PaperLink;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** The page of the correction plan in words; where someone else was faster, their version stands above the form. */
public record PlanView(
        long personId,
        String person,
        List<Row> rows,
        boolean mayEdit,
        String version,
        List<PaperLink> papers,
        Form form) {

    /** One version. */
    public record Row(String title, String situation, String measures, String help, boolean newest) {}

    static PlanView of(Page page, Person person, List<Plan> plans, Form form) {
        int newest = plans.isEmpty() ? 0 : plans.getFirst().version();
        return new PlanView(
                person.id(),
                person.name(),
                plans.stream()
                        .map(plan -> new Row(
                                page.text(
                                        "lifecycle.plan.version",
                                        plan.version(),
                                        page.times().date(plan.validFrom()),
                                        plan.recordedBy()),
                                plan.situation(),
                                plan.measures(),
                                plan.help(),
                                plan.version() == newest))
                        .toList(),
                page.may(Permission.EDIT_PEOPLE),
                Integer.toString(newest),
                plans.isEmpty() ? List.of() : PaperLink.of(page, person, PaperKind.PLAN),
                form);
    }
}
