package org.guitu.web.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.Panel;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonPanel;
import org.guitu.web.ui.NavItem;
import org.guitu.web.ui.Page;

/** The pages about help, and the box about it on the person's page. */
public final class HelpFeature implements Feature, PersonPanel {

    private static final int PANEL_MAX = 5;

    private final HelpService help;
    private final ReferralService referrals;
    private final PsychologyService psychology;

    public HelpFeature(HelpService help, ReferralService referrals, PsychologyService psychology) {
        this.help = help;
        this.referrals = referrals;
        this.psychology = psychology;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(38, "help.nav", "/help", "info", Permission.VIEW_PEOPLE));
    }

    @Override
    public void mount(Routes routes) {
        new HelpRoutes(help).mount(routes);
        new ReferralRoutes(help, referrals).mount(routes);
        new PsychologyRoutes(psychology).mount(routes);
    }

    /** The message key of what was just done, of a closed list: the address is not to put words on the page. */
    static Optional<String> saved(Request request) {
        return request.query("saved")
                .filter(List.of("answer", "relief", "withdrawn", "referred", "step", "psychology")::contains)
                .map(done -> "help.saved." + done);
    }

    /** Those who open no files record nothing on them. */
    static void full(Request request) {
        if (!request.staff().may(Permission.VIEW_PEOPLE)) {
            throw new Refusal(403, "ui.error.403");
        }
    }

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        return help.find(reader, person.id()).map(file -> page -> panel(page, file, reader));
    }

    private static Panel panel(Page page, HelpFile file, Staff reader) {
        List<Panel.Line> lines = new ArrayList<>();
        file.facts().values().stream()
                .filter(fact -> fact.answer().calls())
                .forEach(fact -> lines.add(HelpWords.fact(page, file, fact)));
        file.referrals().stream()
                .filter(referral -> !referral.state().next().isEmpty())
                .forEach(referral -> lines.add(HelpWords.referral(page, referral)));
        List<Panel.Action> actions = new ArrayList<>();
        actions.add(Panel.Action.link(
                page.text("help.all"), "/people/" + file.person().id() + "/help"));
        if (PsychologyService.mayOpen(reader)) {
            actions.add(Panel.Action.link(
                    page.text("help.psychology"), "/people/" + file.person().id() + "/help/psychology"));
        }
        return new Panel(
                "help",
                page.text("help.panel"),
                "",
                "",
                lines.stream().limit(PANEL_MAX).toList(),
                page.text("help.panel.empty"),
                actions);
    }
}
