package org.guitu.web.coverage;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guitu.geofence.coverage.Coverage;
import org.guitu.ingest.review.DayCoverage;
import org.guitu.web.people.Panel;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/**
 * The words of the page with a person's coverage, day by day, the newest first.
 *
 * @param earlier where the thirty days before are, later {@code ""} for the newest page
 */
public record CoverageView(
        String personHref,
        String person,
        String period,
        Panel.Strip strip,
        List<Cause> causes,
        List<String> heads,
        List<Row> rows,
        String earlier,
        String later) {

    /** One cause and what it means. */
    public record Cause(String look, String name, String meaning) {}

    /**
     * One day, in minutes.
     *
     * @param note that the day is not over, {@code ""} for one that is
     * @param minutes observed, of it in breach, then the causes in the order of the heads
     */
    public record Row(String day, String note, List<String> minutes, String total) {}

    static CoverageView of(Page page, Person person, List<DayCoverage> days, LocalDate today) {
        String base = "/people/" + person.id();
        List<Cause> causes = new ArrayList<>();
        List<String> heads = new ArrayList<>(List.of(page.text("coverage.observed"), page.text("coverage.breach")));
        for (Share share : Share.values()) {
            causes.add(new Cause(
                    share.look(), page.text("coverage.share." + share), page.text("coverage.meaning." + share)));
            if (share.compareTo(Share.BREACH) > 0) {
                heads.add(page.text("coverage.share." + share));
            }
        }
        LocalDate first = days.getFirst().day();
        LocalDate last = days.getLast().day();
        LocalDate next = last.plusDays(days.size());
        return new CoverageView(
                base,
                person.name(),
                page.text(
                        "coverage.period",
                        page.times().date(first),
                        page.times().date(last)),
                CoverageStrip.of(page, days),
                causes,
                heads,
                days.reversed().stream().map(day -> row(page, day, today)).toList(),
                base + "/coverage?to=" + first.minusDays(1),
                last.isBefore(today) ? base + "/coverage?to=" + (next.isAfter(today) ? today : next) : "");
    }

    private static Row row(Page page, DayCoverage day, LocalDate today) {
        Coverage coverage = day.coverage();
        List<String> minutes = new ArrayList<>(List.of(minutes(coverage.observed()), minutes(coverage.breach())));
        for (Share share : Share.values()) {
            if (share.compareTo(Share.BREACH) > 0) {
                minutes.add(minutes(share.of(coverage)));
            }
        }
        return new Row(
                page.times().date(day.day()),
                day.day().equals(today) ? page.text("coverage.today") : "",
                minutes,
                minutes(coverage.total()));
    }

    private static String minutes(Duration span) {
        return Long.toString(Math.round(span.toSeconds() / 60.0));
    }
}
