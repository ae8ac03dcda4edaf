package org.guitu.web.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.people.Panel;
import org.guitu.web.ui.Page;

/** The words of the page of help for one person. */
public record HelpView(long personId, String person, String saved, List<Panel> panels) {

    static HelpView of(Page page, HelpFile file, boolean psychology, Optional<String> saved) {
        boolean may = page.may(Permission.RECORD_WORK);
        List<Panel> panels =
                new ArrayList<>(List.of(needs(page, file, may), referrals(page, file, may), relief(page, file, may)));
        if (psychology) {
            panels.add(new Panel(
                    "psychology",
                    page.text("help.psychology"),
                    "",
                    page.text("help.psychology.note"),
                    List.of(),
                    "",
                    List.of(Panel.Action.link(
                            page.text("help.psychology.open"), HelpWords.base(file) + "/psychology"))));
        }
        return new HelpView(
                file.person().id(), file.person().name(), saved.map(page::text).orElse(""), panels);
    }

    private static Panel needs(Page page, HelpFile file, boolean may) {
        return new Panel(
                "needs",
                page.text("help.needs"),
                "",
                "",
                Arrays.stream(Need.values())
                        .map(need -> file.fact(need)
                                .map(fact -> HelpWords.fact(page, file, fact))
                                .orElseGet(() -> unknown(page, file, need, may)))
                        .toList(),
                "",
                List.of());
    }

    private static Panel.Line unknown(Page page, HelpFile file, Need need, boolean may) {
        return new Panel.Line(
                page.text("help.need." + need),
                "",
                may ? HelpWords.base(file) + "/needs/" + need : "",
                page.text("help.unknown"),
                "none");
    }

    private static Panel referrals(Page page, HelpFile file, boolean may) {
        return new Panel(
                "referrals",
                page.text("help.referrals"),
                "",
                "",
                file.referrals().stream()
                        .map(referral -> HelpWords.referral(page, referral))
                        .toList(),
                page.text("help.referrals.empty"),
                may
                        ? List.of(Panel.Action.link(page.text("help.refer"), HelpWords.base(file) + "/referrals/new"))
                        : List.of());
    }

    private static Panel relief(Page page, HelpFile file, boolean may) {
        List<Panel.Line> lines = file.relief().stream()
                .map(relief -> new Panel.Line(
                        page.text("help.relief." + relief.kind())
                                + relief.yuan()
                                        .map(yuan -> " " + page.text("help.yuan", Integer.toString(yuan)))
                                        .orElse(""),
                        page.text("help.given", relief.giver(), relief.by())
                                + (relief.note().isEmpty() ? "" : " · " + relief.note()),
                        "",
                        page.times().date(relief.day()),
                        "neutral"))
                .toList();
        return new Panel(
                "relief",
                page.text("help.relief"),
                "",
                "",
                lines,
                page.text("help.relief.empty"),
                may
                        ? List.of(Panel.Action.link(page.text("help.relieve"), HelpWords.base(file) + "/relief"))
                        : List.of());
    }
}
