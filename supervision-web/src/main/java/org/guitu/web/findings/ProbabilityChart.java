package org.guitu.web.findings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guitu.geofence.evidence.EvidenceSettings;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.rule.DeviceTerms;
import org.guitu.web.ui.Page;

/**
 * The probability of a violation over time as numbers for an SVG of 640 x 230: a line through the fixes, a dot for each that matters, and what is
 * marked. The table beside it says the same.
 *
 * @param bar where the probability lies at which belief turns
 * @param barLabel that probability in words
 * @param line {@code x,y x,y …}
 * @param from words of the left end of the time axis
 * @param to words of the right end
 */
public record ProbabilityChart(
        String bar, String barLabel, String line, List<Dot> dots, List<Mark> marks, String from, String to) {

    static final int LEFT = 46;
    static final int RIGHT = 626;
    static final int TOP = 16;
    static final int BOTTOM = 196;

    /** Of more fixes only those that did something are dots; the line still goes through all. */
    private static final int DOTS_MAX = 250;

    /**
     * A fix.
     *
     * @param look {@code convinced}, {@code ignored}, {@code ended}, {@code counted} or {@code out_of_hours}
     */
    public record Dot(String x, String y, String look) {}

    /**
     * An instant that is marked: a line across and a number, which the legend explains.
     *
     * @param flagY where the number stands, so that near ones do not cover each other
     */
    public record Mark(String number, String x, int flagY, String words, String at) {}

    /** Empty for fewer than two fixes. */
    static Optional<ProbabilityChart> of(Page page, Finding finding, List<Weighed> fixes) {
        if (fixes.size() < 2) {
            return Optional.empty();
        }
        Instant from = fixes.getFirst().fix().at();
        Instant to = fixes.getLast().fix().at();
        if (!from.isBefore(to)) {
            return Optional.empty();
        }
        Scale scale = new Scale(from, to);
        StringBuilder line = new StringBuilder();
        List<Dot> dots = new ArrayList<>();
        for (Weighed one : fixes) {
            String x = scale.x(one.fix().at());
            String y = scale.y(one.fix().posterior());
            line.append(x).append(',').append(y).append(' ');
            boolean plain = one.part() == Weighed.Part.COUNTED || one.part() == Weighed.Part.OUT_OF_HOURS;
            if (!plain || fixes.size() <= DOTS_MAX) {
                dots.add(new Dot(x, y, one.part().name().toLowerCase(Locale.ROOT)));
            }
        }
        double turns = EvidenceSettings.of(DeviceTerms.defaults().freshFor()).confirmAt();
        return Optional.of(new ProbabilityChart(
                scale.y(turns),
                Math.round(turns * 100) + " %",
                line.toString().strip(),
                dots,
                marks(page, finding, scale),
                page.times().clock(from),
                page.times().clock(to)));
    }

    private static List<Mark> marks(Page page, Finding finding, Scale scale) {
        List<Mark> marks = new ArrayList<>();
        mark(page, marks, scale, "findings.mark.began", finding.start());
        mark(page, marks, scale, "findings.mark.confirmed", finding.confirmedAt());
        Instant end = finding.end();
        if (end != null) {
            mark(page, marks, scale, "findings.mark.ended", end);
        }
        return marks;
    }

    private static void mark(Page page, List<Mark> marks, Scale scale, String key, Instant at) {
        int number = marks.size() + 1;
        marks.add(new Mark(
                Integer.toString(number),
                scale.x(at),
                TOP + 4 + 18 * number,
                page.text(key),
                page.times().second(at)));
    }

    private record Scale(Instant from, Instant to) {
        String x(Instant at) {
            double share = (double) Duration.between(from, at).toMillis()
                    / Duration.between(from, to).toMillis();
            return tenths(LEFT + Math.clamp(share, 0, 1) * (RIGHT - LEFT));
        }

        String y(double probability) {
            return tenths(BOTTOM - Math.clamp(probability, 0, 1) * (BOTTOM - TOP));
        }

        private static String tenths(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }
}
