package org.guitu.web.staff;

import java.util.Arrays;
import java.util.List;
import org.guitu.web.access.Organisation;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Choice;
import org.guitu.web.ui.Page;

/** The tree of organisations and the form that adds to it. */
public record OrganisationsView(List<Row> rows, Form form, List<Choice> parents, List<Choice> levels, String zone) {

    /** One line; the indent is by depth, 0-5. */
    public record Row(long id, String name, String level, String zone, int indent) {}

    static OrganisationsView of(Page page, Form form, List<Organisation> all) {
        int top = all.stream().mapToInt(Choices::depth).min().orElse(0);
        List<Row> rows = all.stream()
                .map(organisation -> new Row(
                        organisation.id(),
                        organisation.name(),
                        page.text("staff.level." + organisation.level()),
                        organisation.zone().getId(),
                        Math.min(5, Choices.depth(organisation) - top)))
                .toList();
        String chosen = form.text("level").isEmpty() ? Organisation.Level.OFFICE.name() : form.text("level");
        List<Choice> levels = Arrays.stream(Organisation.Level.values())
                .filter(level -> level != Organisation.Level.PROVINCE) // nothing stands above it
                .map(level -> new Choice(
                        level.name(),
                        page.text("staff.level." + level),
                        level.name().equals(chosen)))
                .toList();
        String zone = form.text("zone").isEmpty() ? page.times().zone().getId() : form.text("zone");
        return new OrganisationsView(rows, form, Choices.organisations(all, form.text("parent")), levels, zone);
    }
}
