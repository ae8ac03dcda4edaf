package org.guitu.web.findings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.judgement.Traced;
import org.guitu.geofence.schedule.Span;
import org.guitu.ingest.review.Explanation;
import org.guitu.web.http.Json;
import org.guitu.web.ui.Page;
import org.guitu.web.zones.ZoneWords;
import org.jspecify.annotations.Nullable;

/**
 * The words of the page that says why a finding stands.
 *
 * @param withdrawn why it no longer stands, {@code ""} if it does
 * @param mapJson {@code ""} where there is nothing to be drawn
 * @param cut that the table shows a part only, {@code ""} if all
 * @param kept what the finding itself kept, where the positions are gone
 * @param facts what stands in place of fixes, of silence
 */
public record FindingView(
        String kind,
        String person,
        String personHref,
        String what,
        String span,
        String sure,
        String withdrawn,
        String retrospective,
        String purpose,
        Optional<ProbabilityChart> chart,
        String mapJson,
        String timeZone,
        List<Row> rows,
        String cut,
        List<Kept> kept,
        List<Fact> facts,
        List<Step> history) {

    /** Rows of the table: enough for what convinced, what ended it and their neighbours. */
    static final int ROWS_MAX = 120;

    private static final Duration AROUND = Duration.ofMinutes(10);

    /** One fix in words. */
    public record Row(
            String at, String look, String part, String error, String depth, String weight, String probability) {}

    /** One fix that was kept with the finding. */
    public record Kept(String at, String depth, String probability) {}

    /** One line. */
    public record Fact(String label, String value) {}

    /** What became of it. */
    public record Step(String at, String what, String span) {}

    static FindingView of(Page page, Why why, FindingViewing viewing, Instant now) {
        Explanation explained = why.explanation();
        Finding finding = explained.finding();
        List<Weighed> fixes = Weighed.of(explained);
        List<Weighed> shown = shown(finding, fixes);
        boolean oneDay = oneDay(page, shown);
        return new FindingView(
                page.text("alerts.kind." + finding.kind()),
                why.person().name(),
                "/people/" + why.person().id(),
                FindingWords.what(page, why),
                FindingWords.span(page, finding, now),
                FindingWords.sure(page, why, fixes),
                explained.standing()
                        ? ""
                        : page.text(explained.mergedInto().isPresent() ? "findings.merged" : "findings.withdrawn"),
                explained.retrospective() ? page.text("findings.retrospective") : "",
                page.text("tracks.purpose." + viewing.purpose()) + " · " + viewing.reason(),
                ProbabilityChart.of(page, finding, fixes),
                explained.about().pair() || fixes.isEmpty() ? "" : map(why, fixes),
                page.times().zone().getId(),
                shown.stream().map(one -> row(page, finding, one, oneDay)).toList(),
                shown.size() < fixes.size()
                        ? page.text("findings.cut", Integer.toString(shown.size()), Integer.toString(fixes.size()))
                        : "",
                fixes.isEmpty() && finding.ruleId().isPresent() ? kept(page, finding) : List.of(),
                explained.heard().map(heard -> silence(page, finding, heard)).orElse(List.of()),
                explained.history().stream().map(change -> step(page, change)).toList());
    }

    /** All of them if they are few; else those about the beginning and the end. */
    private static List<Weighed> shown(Finding finding, List<Weighed> all) {
        if (all.size() <= ROWS_MAX) {
            return all;
        }
        List<Weighed> near = all.stream()
                .filter(one ->
                        about(finding.start(), one) || about(finding.confirmedAt(), one) || about(finding.end(), one))
                .toList();
        if (near.size() <= ROWS_MAX) {
            return near;
        }
        List<Weighed> told = new ArrayList<>(near.stream()
                .filter(one -> one.part() != Weighed.Part.COUNTED && one.part() != Weighed.Part.OUT_OF_HOURS)
                .toList());
        return told.size() <= ROWS_MAX ? told : told.subList(0, ROWS_MAX);
    }

    private static boolean about(@Nullable Instant instant, Weighed one) {
        return instant != null
                && Duration.between(instant, one.fix().at()).abs().compareTo(AROUND) <= 0;
    }

    private static boolean oneDay(Page page, List<Weighed> fixes) {
        return fixes.stream()
                        .map(one -> page.times().date(one.fix().at()))
                        .distinct()
                        .count()
                == 1;
    }

    private static Row row(Page page, Finding finding, Weighed one, boolean oneDay) {
        Traced fix = one.fix();
        String part = one.part() == Weighed.Part.IGNORED
                ? page.text("findings.part.IGNORED", Long.toString(Math.round(fix.wildShare() * 100)))
                : page.text("findings.part." + one.part());
        return new Row(
                oneDay ? page.times().clock(fix.at()) : page.times().second(fix.at()),
                one.part().name().toLowerCase(Locale.ROOT),
                part,
                page.text("findings.error", Long.toString(Math.round(fix.sigmaMeters()))),
                FindingWords.depth(page, finding.kind(), fix.depthMeters()),
                String.format(Locale.ROOT, "%+.1f", fix.weight()),
                FindingWords.percent(fix.posterior()) + " %");
    }

    private static List<Kept> kept(Page page, Finding finding) {
        return finding.evidence().stream()
                .map(one -> new Kept(
                        page.times().second(one.at()),
                        FindingWords.depth(page, finding.kind(), one.distanceMeters()),
                        FindingWords.percent(one.posterior()) + " %"))
                .toList();
    }

    private static List<Fact> silence(Page page, Finding finding, Explanation.Heard heard) {
        String never = page.text("findings.heard.never");
        Instant packet = heard.lastPacketAt();
        Instant fix = heard.lastFixAt();
        Duration down = Span.total(heard.downtime());
        return List.of(
                new Fact(
                        page.text("findings.heard.packet"),
                        packet == null ? never : page.times().second(packet)),
                new Fact(
                        page.text("findings.heard.fix"),
                        fix == null ? never : page.times().second(fix)),
                new Fact(page.text("findings.heard.limit"), page.times().second(finding.confirmedAt())),
                new Fact(
                        page.text("findings.heard.downtime"),
                        down.isZero()
                                ? page.text("findings.heard.downtime.none")
                                : page.text("findings.heard.downtime.some", FindingWords.duration(page, down))));
    }

    private static Step step(Page page, Explanation.Change change) {
        Instant end = change.endedAt();
        return new Step(
                page.times().second(change.at()),
                page.text("findings.change." + change.change()),
                page.text(
                        "findings.change.span",
                        page.times().second(change.startedAt()),
                        end == null
                                ? page.text("findings.change.lasting")
                                : page.times().second(end)));
    }

    private static String map(Why why, List<Weighed> fixes) {
        ObjectNode slot = Json.mapper().createObjectNode();
        ObjectNode zones = ZoneWords.features(why.zones());
        zones.withArray("/features")
                .forEach(feature ->
                        ((ObjectNode) feature).withObject("/properties").put("breached", true));
        slot.set("zones", zones);
        ArrayNode track = slot.putArray("track");
        for (Weighed one : fixes) {
            Traced fix = one.fix();
            track.addObject()
                    .put("at", fix.at().toString())
                    .put("lat", fix.latitude())
                    .put("lon", fix.longitude())
                    .put("located", true)
                    .put("accuracyM", fix.sigmaMeters())
                    .put("estimated", true)
                    .put("evidence", one.part() == Weighed.Part.CONVINCED)
                    .put("ignored", one.part() == Weighed.Part.IGNORED);
        }
        return Json.slot(slot);
    }
}
