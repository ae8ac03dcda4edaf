package org.guitu.web.education;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.Panel;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonPanel;
import org.guitu.web.ui.NavItem;
import org.guitu.web.ui.Page;

/** The pages about education and public-benefit work, and the box about them on the person's page. */
public final class EducationFeature implements Feature, PersonPanel {

    private final SessionService sessions;
    private final AttendanceService attendance;
    private final HoursService hours;
    private final CodeService codes;
    private final MonthReader months;

    public EducationFeature(
            SessionService sessions,
            AttendanceService attendance,
            HoursService hours,
            CodeService codes,
            MonthReader months) {
        this.sessions = sessions;
        this.attendance = attendance;
        this.hours = hours;
        this.codes = codes;
        this.months = months;
    }

    @Override
    public String name() {
        return "education";
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(36, "education.nav", "/education", "calendar", Permission.RECORD_WORK));
    }

    @Override
    public void mount(Routes routes) {
        new CourseRoutes(sessions).mount(routes);
        new SessionRoutes(sessions, attendance, codes).mount(routes);
        new HoursRoutes(hours, months).mount(routes);
    }

    /** The message key of what was just done, of a closed list: the address is not to put words on the page. */
    static Optional<String> saved(Request request) {
        return request.query("saved")
                .filter(List.of(
                        "course",
                        "session",
                        "planned",
                        "unplanned",
                        "noted",
                        "closed",
                        "incidents",
                        "cancelled",
                        "hours",
                        "withdrawn",
                        "ability",
                        "admonished")::contains)
                .map(done -> "education.saved." + done);
    }

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        if (!person.supervised()) {
            return Optional.empty();
        }
        return hours.find(reader, person.id()).map(found -> page -> panel(page, found));
    }

    private static Panel panel(Page page, PersonHours found) {
        PersonHours.Month now = found.months().getFirst();
        String path = "/people/" + found.person().id() + "/education";
        List<Panel.Line> lines = new ArrayList<>();
        lines.add(HoursWords.line(page, Branch.STUDY, now.study(), true));
        lines.add(HoursWords.line(page, Branch.WORK, now.work(), found.able()));
        return new Panel(
                "education",
                page.text("education.panel", now.month().toString()),
                "",
                "",
                lines,
                "",
                List.of(Panel.Action.link(page.text("education.all"), path)));
    }
}
