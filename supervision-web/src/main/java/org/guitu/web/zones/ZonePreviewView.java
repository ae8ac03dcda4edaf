package org.guitu.web.zones;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.guitu.geofence.judgement.Finding;
import org.guitu.ingest.review.Preview;
import org.guitu.ingest.store.TrackPoint;
import org.guitu.web.ui.Page;

/**
 * The words of what a zone would have raised.
 *
 * @param more how many findings are not listed, {@code ""} if all are
 */
public record ZonePreviewView(String title, String summary, String observed, List<Row> rows, String more) {

    static final int ROWS_MAX = 50;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** One finding. */
    public record Row(String what, String when, String depth) {}

    static ZonePreviewView of(Page page, ZonePreview preview) {
        Preview found = preview.found();
        int count = found.findings().size();
        // Tenths, rounded down: a month with one hole in it is not 100 % observed.
        BigDecimal known = BigDecimal.valueOf(preview.observedShare() * 100).setScale(1, RoundingMode.DOWN);
        double band = ZoneOrders.approachMeters(preview.order()).orElse(0.0);
        return new ZonePreviewView(
                page.text(
                        "zones.preview.title",
                        page.times().date(found.from()),
                        page.times().date(found.to())),
                page.text(count == 0 ? "zones.preview.none" : "zones.preview.count", Integer.toString(count)),
                page.text(
                        found.fixes() == 0 ? "zones.preview.nothing-known" : "zones.preview.observed",
                        known.toPlainString(),
                        BigDecimal.valueOf(100).subtract(known).toPlainString(),
                        length(page, found.observed().truncatedTo(ChronoUnit.MINUTES))),
                found.findings().reversed().stream()
                        .limit(ROWS_MAX)
                        .map(finding -> row(page, finding, band))
                        .toList(),
                count > ROWS_MAX ? page.text("zones.preview.more", Integer.toString(count - ROWS_MAX)) : "");
    }

    private static Row row(Page page, Finding finding, double band) {
        Instant end = finding.end();
        String from = page.times().minute(finding.start());
        return new Row(
                page.text("zones.preview.kind." + finding.kind()),
                end == null
                        ? page.text("zones.preview.lasting", from)
                        : page.text(
                                "zones.preview.span",
                                from,
                                page.times().minute(end),
                                length(page, Duration.between(finding.start(), end))),
                depth(page, finding, band));
    }

    /** How far on the wrong side; in a band that warns, how near to what is forbidden. */
    private static String depth(Page page, Finding finding, double band) {
        double depth = finding.depthMeters();
        return switch (finding.kind()) {
            case EXCLUSION -> page.text("zones.preview.inside", meters(depth));
            case APPROACH -> page.text("zones.preview.near", meters(Math.max(0, band - depth)));
            case CURFEW, BOUNDARY -> page.text("zones.preview.outside", meters(depth));
            default -> "";
        };
    }

    private static String meters(double meters) {
        return Long.toString(Math.round(meters));
    }

    private static String length(Page page, Duration length) {
        return page.span(length.compareTo(MINUTE) < 0 ? MINUTE : length);
    }

    /** The points of the findings as the map takes them. */
    static void points(ZonePreview preview, ObjectNode slot) {
        ArrayNode points = slot.putArray("points");
        for (TrackPoint point : preview.points()) {
            if (point.located() && point.latitude() != null && point.longitude() != null) {
                ObjectNode node = points.addObject()
                        .put("at", point.fixTime().toString())
                        .put("lat", point.latitude())
                        .put("lon", point.longitude())
                        .put("located", true)
                        .put("evidence", true);
                if (point.accuracyMeters() != null) {
                    node.put("accuracyM", point.accuracyMeters());
                }
            }
        }
    }
}
