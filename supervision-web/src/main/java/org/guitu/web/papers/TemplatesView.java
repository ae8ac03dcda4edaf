package org.guitu.web.papers;

import java.util.Arrays;
import java.util.List;
import org.guitu.web.access.Staff;
import org.guitu.web.papers.TemplateService.Standing;
import org.guitu.web.ui.Page;

/** The words of the list of templates. */
public record TemplatesView(String organisation, List<Group> groups) {

    /** The kinds that belong to one part of a case. */
    public record Group(String title, List<Row> rows) {}

    /** One kind: what it is made from and its next number. */
    public record Row(String title, String href, String origin, String tone, String next) {}

    static TemplatesView of(Page page, Staff staff, List<Standing> all) {
        return new TemplatesView(
                staff.organisation().name(),
                Arrays.stream(PaperKind.Group.values())
                        .map(group -> new Group(
                                page.text("papers.group." + group),
                                all.stream()
                                        .filter(standing -> standing.kind().group() == group)
                                        .map(standing -> row(page, staff, standing))
                                        .toList()))
                        .toList());
    }

    private static Row row(Page page, Staff staff, Standing standing) {
        return new Row(
                page.text("papers.kind." + standing.kind()),
                "/paper-templates/" + standing.kind().slug(),
                origin(page, staff, standing),
                standing.own().isEmpty() ? "neutral" : "info",
                standing.next());
    }

    static String origin(Page page, Staff staff, Standing standing) {
        if (standing.own().isEmpty()) {
            return page.text("papers.template.shipped");
        }
        TemplateStore.Own own = standing.own().get();
        return standing.ownOf(staff)
                ? page.text("papers.template.own", Integer.toString(own.version()))
                : page.text("papers.template.above", own.organisation(), Integer.toString(own.version()));
    }
}
