package org.guitu.web.rules;

import java.time.Instant;
import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;
import org.guitu.web.zones.ZoneHours;
import org.guitu.web.zones.ZoneWords;

/** The words of one rule with its history. */
public record RuleView(
        String base,
        String personHref,
        String person,
        RulesView.Row rule,
        String note,
        List<Version> versions,
        boolean mayRevise,
        boolean mayUndo,
        String fault) {

    /** One version. */
    public record Version(String title, String what, String recorded, String note) {}

    static RuleView of(
            Page page,
            Person person,
            RulesView.Known known,
            OrderedRule rule,
            List<RuleRevision> revisions,
            Instant now,
            String fault) {
        boolean edit = page.may(Permission.EDIT_ZONES) && person.supervised();
        String base = "/people/" + person.id() + "/rules";
        return new RuleView(
                base + "/" + rule.id(),
                base,
                person.name(),
                RulesView.row(page, base, known, rule, now),
                rule.note(),
                revisions.stream()
                        .map(revision -> version(page, revision, known.other(page, rule)))
                        .toList(),
                edit && rule.state(now) != OrderedRule.State.OVER,
                edit
                        && rule.endedAt().isPresent()
                        && rule.validTo().map(to -> to.isAfter(now)).orElse(true),
                fault);
    }

    private static Version version(Page page, RuleRevision revision, String other) {
        return new Version(
                page.text("rules.version", Integer.toString(revision.version())),
                RuleWords.order(page, revision.order(), other) + " · "
                        + ZoneWords.hours(page, ZoneHours.of(revision.schedule())),
                page.text(
                        "rules.version.recorded",
                        page.times().minute(revision.effectiveFrom()),
                        page.times().minute(revision.recordedAt()),
                        revision.recordedBy()),
                revision.note());
    }
}
