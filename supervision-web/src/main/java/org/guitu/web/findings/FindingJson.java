package org.guitu.web.findings;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.judgement.Traced;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.schedule.Span;
import org.guitu.ingest.review.Explanation;
import org.jspecify.annotations.Nullable;

/** A finding with its evidence as the API shows it; {@code openapi.yaml} says what each member means. */
final class FindingJson {

    private FindingJson() {}

    record Fix(
            Instant at,
            @Nullable Double latitude,
            @Nullable Double longitude,
            double sigmaM,
            double wildShare,
            double depthM,
            double weight,
            double posterior,
            boolean inForce,
            Weighed.Part part) {}

    record Kept(Instant at, double depthM, double posterior) {}

    record Down(Instant from, Instant to) {}

    record Change(
            Instant at,
            String change,
            Instant startedAt,
            @Nullable Instant endedAt,
            String note) {}

    static Map<String, Object> of(Why why) {
        Explanation explained = why.explanation();
        Finding finding = explained.finding();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", explained.findingId());
        json.put("personId", why.person().id());
        why.other().ifPresent(other -> json.put("otherPersonId", other.id()));
        json.put("kind", finding.kind());
        finding.ruleId().ifPresent(rule -> json.put("ruleId", rule));
        explained.place().ifPresent(place -> json.put("placeName", place.name()));
        json.put("startedAt", finding.start());
        json.put("confirmedAt", finding.confirmedAt());
        json.put("raisedAt", explained.raisedAt());
        put(json, "endedAt", finding.end());
        json.put("depthM", finding.depthMeters());
        json.put("standing", explained.standing());
        put(json, "retractionReason", explained.retractionReason());
        explained.mergedInto().ifPresent(into -> json.put("mergedInto", into));
        json.put("retrospective", explained.retrospective());
        json.put("bookVersion", explained.bookVersion());
        boolean pair = explained.about().pair();
        json.put(
                "fixes",
                Weighed.of(explained).stream().map(one -> fix(one, pair)).toList());
        json.put(
                "evidence",
                finding.evidence().stream()
                        .map(one -> new Kept(one.at(), one.distanceMeters(), one.posterior()))
                        .toList());
        explained.heard().ifPresent(heard -> json.put("silence", silence(explained, heard)));
        json.put(
                "history",
                explained.history().stream()
                        .map(one -> new Change(one.at(), one.change(), one.startedAt(), one.endedAt(), one.note()))
                        .toList());
        return json;
    }

    /** Of two devices the trace holds the place of one seen from the other, which is no place on the ground. */
    private static Fix fix(Weighed one, boolean pair) {
        Traced fix = one.fix();
        return new Fix(
                fix.at(),
                pair ? null : (Double) fix.latitude(),
                pair ? null : (Double) fix.longitude(),
                fix.sigmaMeters(),
                fix.wildShare(),
                fix.depthMeters(),
                fix.weight(),
                fix.posterior(),
                fix.inForce(),
                one.part());
    }

    private static Map<String, Object> silence(Explanation explained, Explanation.Heard heard) {
        Map<String, Object> json = new LinkedHashMap<>();
        explained.rule().ifPresent(rule -> {
            if (rule.order() instanceof Order.ReportEvery plan) {
                json.put("silentAfterS", plan.silentAfter().toSeconds());
                json.put("lostAfterS", plan.lostAfter().toSeconds());
            }
        });
        put(json, "lastPacketAt", heard.lastPacketAt());
        put(json, "lastFixAt", heard.lastFixAt());
        List<Span> down = heard.downtime();
        Duration total = Span.total(down);
        json.put("downtimeS", total.toSeconds());
        json.put(
                "downtime",
                down.stream().map(span -> new Down(span.from(), span.to())).toList());
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
