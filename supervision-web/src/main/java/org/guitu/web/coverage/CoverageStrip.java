package org.guitu.web.coverage;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guitu.ingest.review.DayCoverage;
import org.guitu.web.people.Panel;
import org.guitu.web.ui.Page;

/** Days as bars, and the sentence that says the same. Pure. */
final class CoverageStrip {

    private static final int WIDTH = 12;
    private static final int HEIGHT = 48;
    private static final double DAY_SECONDS = 86_400;

    private CoverageStrip() {}

    static Panel.Strip of(Page page, List<DayCoverage> days) {
        List<Panel.Bar> bars = new ArrayList<>();
        for (DayCoverage day : days) {
            bars.add(bar(page, day, bars.size() * WIDTH));
        }
        List<Panel.Key> keys = new ArrayList<>();
        for (Share share : Share.values()) {
            if (!sum(days, share).isZero()) {
                keys.add(new Panel.Key(share.look(), page.text("coverage.share." + share)));
            }
        }
        return new Panel.Strip(days.size() * WIDTH, HEIGHT, bars, keys, told(page, days));
    }

    private static Panel.Bar bar(Page page, DayCoverage day, int x) {
        List<Panel.Part> parts = new ArrayList<>();
        double y = HEIGHT;
        for (Share share : Share.values()) {
            double height = share.of(day.coverage()).toSeconds() / DAY_SECONDS * HEIGHT;
            if (height > 0) {
                y -= height;
                parts.add(new Panel.Part(share.look(), tenths(y), tenths(height)));
            }
        }
        return new Panel.Bar(
                x,
                page.text(
                        "coverage.bar",
                        page.times().date(day.day()),
                        duration(page, day.coverage().observed()),
                        duration(
                                page,
                                day.coverage().total().minus(day.coverage().observed()))),
                parts);
    }

    /** How much was seen, how much of it in breach, and how much was not seen, by cause. */
    static String told(Page page, List<DayCoverage> days) {
        Duration observed = sum(days, Share.OBSERVED).plus(sum(days, Share.BREACH));
        Duration total = Duration.ZERO;
        for (DayCoverage day : days) {
            total = total.plus(day.coverage().total());
        }
        StringBuilder told = new StringBuilder(page.text(
                "coverage.told",
                Integer.toString(days.size()),
                duration(page, observed),
                percent(observed, total),
                duration(page, sum(days, Share.BREACH))));
        Duration unseen = total.minus(observed);
        if (!unseen.isZero()) {
            List<String> causes = new ArrayList<>();
            for (Share share : Share.values()) {
                Duration span = sum(days, share);
                if (share.compareTo(Share.BREACH) > 0 && span.toMinutes() > 0) {
                    causes.add(page.text("coverage.cause", page.text("coverage.share." + share), duration(page, span)));
                }
            }
            told.append(page.text(
                    "coverage.told.unseen",
                    duration(page, unseen),
                    String.join(page.text("ui.list.separator"), causes)));
        }
        return told.toString();
    }

    private static Duration sum(List<DayCoverage> days, Share share) {
        Duration sum = Duration.ZERO;
        for (DayCoverage day : days) {
            sum = sum.plus(share.of(day.coverage()));
        }
        return sum;
    }

    /** Rounded down: a day with a hole in it is not told as whole. */
    private static String duration(Page page, Duration span) {
        return page.span(span.truncatedTo(ChronoUnit.MINUTES));
    }

    /** Rounded down: what is not whole is not told as whole. */
    private static String percent(Duration part, Duration whole) {
        return whole.isZero() ? "0" : Long.toString(part.toSeconds() * 100 / whole.toSeconds());
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
