package org.guitu.web.findings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.geofence.rule.Order;
import org.guitu.web.ui.Page;

/** A finding in plain sentences, to be read aloud: what happened, and how sure we are. Pure. */
final class FindingWords {

    /** More values than this are told as a range. */
    private static final int TOLD_ONE_BY_ONE = 3;

    private FindingWords() {}

    /** What happened, to whom and where. */
    static String what(Page page, Why why) {
        FindingKind kind = why.explanation().finding().kind();
        String ground =
                why.ground().map(name -> page.text("findings.quoted", name)).orElse("");
        String where = kind == FindingKind.PROXIMITY
                ? why.other().map(other -> other.name()).orElse(page.text("findings.another"))
                : ground;
        return page.text("findings.what." + kind, why.person().name(), where);
    }

    /** From when to when. */
    static String span(Page page, Finding finding, Instant now) {
        Instant end = finding.end();
        String start = page.times().second(finding.start());
        return end == null
                ? page.text("findings.span.lasting", start, duration(page, Duration.between(finding.start(), now)))
                : page.text(
                        "findings.span.ended",
                        start,
                        page.times().second(end),
                        duration(page, Duration.between(finding.start(), end)));
    }

    /** How sure the platform is and by what. */
    static String sure(Page page, Why why, List<Weighed> fixes) {
        Finding finding = why.explanation().finding();
        if (finding.ruleId().isEmpty()) {
            return page.text("findings.sure.device");
        }
        if (finding.kind() == FindingKind.ATTENDANCE_UNPROVEN) {
            return page.text("findings.sure.unproven");
        }
        if (finding.kind().isOfArrival()) {
            return why.explanation()
                    .rule()
                    .map(rule ->
                            rule.order() instanceof Order.ReportEvery plan ? limit(page, finding.kind(), plan) : "")
                    .orElse("");
        }
        List<Weighed> convinced = fixes.stream()
                .filter(fix -> fix.part() == Weighed.Part.CONVINCED)
                .toList();
        return convinced.isEmpty() ? kept(page, finding) : convincing(page, finding, convinced);
    }

    private static String convincing(Page page, Finding finding, List<Weighed> convinced) {
        List<Long> meters = convinced.stream()
                .map(fix -> Math.max(0, Math.round(fix.fix().depthMeters())))
                .toList();
        Weighed last = convinced.getLast();
        Instant first = convinced.getFirst().fix().at();
        boolean clock = last.fix().at().isBefore(finding.start()) || !last.fix().inForce();
        String key =
                clock ? "findings.sure.clock" : convinced.size() == 1 ? "findings.sure.one" : "findings.sure.fixes";
        return page.text(
                key,
                Integer.toString(convinced.size()),
                duration(page, Duration.between(first, last.fix().at())),
                page.text("findings.depth." + finding.kind(), meters(page, meters)),
                percent(last.fix().posterior()));
    }

    /** The positions are gone; what was kept of them with the finding still tells. */
    private static String kept(Page page, Finding finding) {
        List<Finding.Evidence> convinced = finding.evidence().stream()
                .filter(one -> !one.at().isAfter(finding.confirmedAt()) && one.distanceMeters() > 0)
                .toList();
        if (convinced.isEmpty()) {
            return page.text(
                    finding.kind() == FindingKind.ATTENDANCE ? "findings.sure.attendance" : "findings.sure.nothing");
        }
        List<Long> meters =
                convinced.stream().map(one -> Math.round(one.distanceMeters())).toList();
        return page.text(
                "findings.sure.kept",
                Integer.toString(convinced.size()),
                page.text("findings.depth." + finding.kind(), meters(page, meters)),
                percent(convinced.getLast().posterior()));
    }

    private static String meters(Page page, List<Long> meters) {
        List<Long> sorted = meters.stream().sorted().distinct().toList();
        return sorted.size() > TOLD_ONE_BY_ONE
                ? page.text(
                        "findings.meters.range",
                        sorted.getFirst().toString(),
                        sorted.getLast().toString())
                : sorted.stream()
                        .map(one -> page.text("findings.meters", one.toString()))
                        .collect(Collectors.joining(page.text("ui.list.separator")));
    }

    private static String limit(Page page, FindingKind kind, Order.ReportEvery plan) {
        return kind == FindingKind.COMM_LOSS
                ? page.text(
                        "findings.sure.COMM_LOSS",
                        duration(page, plan.sendEvery()),
                        duration(page, plan.buffer()),
                        duration(page, plan.silentAfter()))
                : page.text(
                        "findings.sure.NO_FIX",
                        duration(page, plan.lostAfter().minus(plan.buffer())),
                        duration(page, plan.buffer()),
                        duration(page, plan.lostAfter()));
    }

    /** How far on the wrong side, negative on the right one. */
    static String depth(Page page, FindingKind kind, double meters) {
        String told = page.text("findings.meters", Long.toString(Math.abs(Math.round(meters))));
        return page.text((meters >= 0 ? "findings.depth." : "findings.clear.") + kind, told);
    }

    static String duration(Page page, Duration span) {
        if (span.toMinutes() < 2 && span.toSecondsPart() + span.toMinutes() > 0 && span.toSeconds() % 60 != 0) {
            return page.text("findings.seconds", Long.toString(span.toSeconds()));
        }
        return page.span(span);
    }

    /** A probability as a percentage that never claims to be certain. */
    static String percent(double probability) {
        double percent = probability * 100;
        if (percent > 99.9) {
            return "> 99.9";
        }
        return percent < 0.1 ? "< 0.1" : String.format(Locale.ROOT, "%.1f", percent);
    }
}
