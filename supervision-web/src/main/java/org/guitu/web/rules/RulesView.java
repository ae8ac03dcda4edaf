package org.guitu.web.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guitu.geofence.judgement.Fold;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Option;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;
import org.guitu.web.zones.ZoneHours;
import org.guitu.web.zones.ZoneWords;

/** The words of the page with all rules of a person. */
public record RulesView(String base, String personHref, String person, List<Row> rows, List<Option> kinds) {

    /**
     * One rule.
     *
     * @param standing how the person stands to it, {@code ""} where that is not known
     */
    public record Row(
            String href,
            String kind,
            String order,
            String hours,
            String state,
            String tone,
            String standing,
            String standingTone) {}

    /** Rules with the names of those they tell to keep away from, as far as the reader may know them. */
    record Known(List<OrderedRule> rules, Map<Long, String> names, Map<Long, Fold.Standing.State> standings) {

        String other(Page page, OrderedRule rule) {
            return rule.otherId()
                    .map(id -> names.getOrDefault(
                            id, page.text(ProtectedPeople.isProtected(id) ? "rules.protected" : "rules.another")))
                    .orElse("");
        }
    }

    static RulesView of(Page page, Person person, Known known, Instant now) {
        String base = "/people/" + person.id() + "/rules";
        boolean may = page.may(Permission.EDIT_ZONES) && person.supervised();
        return new RulesView(
                base,
                "/people/" + person.id(),
                person.name(),
                known.rules().stream()
                        .map(rule -> row(page, base, known, rule, now))
                        .toList(),
                may
                        ? RuleDraft.KINDS.stream()
                                .map(kind -> new Option(kind.name(), page.text("rules.new." + kind)))
                                .toList()
                        : List.of());
    }

    static Row row(Page page, String base, Known known, OrderedRule rule, Instant now) {
        Fold.Standing.State standing = known.standings().get(rule.judgedId());
        return new Row(
                base + "/" + rule.id(),
                RuleWords.kind(page, rule.kind()),
                RuleWords.order(page, rule.order(), known.other(page, rule)),
                ZoneWords.hours(page, ZoneHours.of(rule.schedule())),
                RuleWords.state(page, rule, now),
                RuleWords.tone(rule, now),
                RuleWords.standing(page, rule, standing, now),
                RuleWords.standingTone(rule, standing));
    }
}
