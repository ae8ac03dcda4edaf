package org.guitu.web.leave;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.people.Panel;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** The box about leave on the person's page. */
final class LeavePanel {

    private LeavePanel() {}

    static Panel of(Page page, Person person, List<Leave> open, Instant now) {
        String base = "/people/" + person.id() + "/leave";
        List<Panel.Action> actions = new ArrayList<>();
        if (page.may(Permission.EDIT_PEOPLE) && person.supervised()) {
            actions.add(Panel.Action.link(page.text("leave.new"), base + "/new"));
        }
        actions.add(Panel.Action.link(page.text("leave.all"), base));
        boolean overdue = open.stream().anyMatch(leave -> leave.state(now) == Leave.State.OVERDUE);
        return new Panel(
                "leave",
                page.text("leave.panel"),
                overdue ? "critical" : "",
                overdue ? page.text("leave.panel.overdue") : "",
                open.stream()
                        .map(leave -> new Panel.Line(
                                LeaveWords.span(page, leave) + " · " + leave.destination(),
                                LeaveWords.authority(page, leave),
                                leave.path(),
                                LeaveWords.state(page, leave, now),
                                LeaveWords.tone(leave, now)))
                        .toList(),
                page.text("leave.panel.empty"),
                actions);
    }
}
