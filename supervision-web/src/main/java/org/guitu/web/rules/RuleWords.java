package org.guitu.web.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.guitu.geofence.judgement.Fold;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.web.ui.Page;
import org.jspecify.annotations.Nullable;

/** What is said of a rule. Pure. */
final class RuleWords {

    private RuleWords() {}

    static String kind(Page page, RuleKind kind) {
        return page.text("rules.kind." + kind);
    }

    /** The order in one sentence. */
    static String order(Page page, Order order, String other) {
        return switch (order) {
            case Order.ReportEvery plan ->
                page.text(
                        "rules.order.REPORT_EVERY",
                        duration(page, plan.fixEvery()),
                        duration(page, plan.sendEvery()),
                        duration(page, plan.buffer()),
                        duration(page, plan.silentAfter()));
            case Order.StayTogether together -> page.text("rules.order.STAY_TOGETHER", meters(together.meters()));
            case Order.KeepAway away -> page.text("rules.order.KEEP_AWAY", other, meters(away.meters()));
            case Order.StayIn stay -> "";
            case Order.KeepOut out -> "";
        };
    }

    private static String meters(double meters) {
        return Long.toString(Math.round(meters));
    }

    private static String duration(Page page, Duration duration) {
        return duration.toSeconds() % 60 == 0
                ? page.text("rules.minutes", Long.toString(duration.toMinutes()))
                : page.text("rules.seconds", Long.toString(duration.toSeconds()));
    }

    static String state(Page page, OrderedRule rule, Instant now) {
        return switch (rule.state(now)) {
            case COMING -> page.text("rules.state.COMING", page.times().minute(rule.validFrom()));
            case IN_FORCE ->
                rule.until().equals(Instant.MAX)
                        ? page.text("rules.state.IN_FORCE")
                        : page.text("rules.state.UNTIL", page.times().minute(rule.until()));
            case OVER -> page.text("rules.state.OVER", page.times().minute(rule.until()));
        };
    }

    static String tone(OrderedRule rule, Instant now) {
        return switch (rule.state(now)) {
            case IN_FORCE -> "good";
            case COMING -> "neutral";
            case OVER -> "none";
        };
    }

    /** How the person stands to it; {@code ""} where it is not in force or not judged yet. */
    static String standing(Page page, OrderedRule rule, Fold.Standing.@Nullable State standing, Instant now) {
        return standing == null || rule.state(now) != OrderedRule.State.IN_FORCE
                ? ""
                : page.text("rules.standing." + (unheard(rule, standing) ? "UNHEARD" : standing.name()));
    }

    /** Silence is no breach; nobody knows what the person did meanwhile. */
    private static boolean unheard(OrderedRule rule, Fold.Standing.@Nullable State standing) {
        return rule.kind() == RuleKind.REPORT_EVERY && standing == Fold.Standing.State.VIOLATING;
    }

    static String standingTone(OrderedRule rule, Fold.Standing.@Nullable State standing) {
        if (unheard(rule, standing)) {
            return "warn";
        }
        return standing == null
                ? ""
                : switch (standing) {
                    case VIOLATING -> "critical";
                    case COMPLIANT -> "good";
                    case UNOBSERVED -> "warn";
                    case NOT_IN_FORCE -> "none";
                };
    }

    static String look(RuleKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
