package org.guitu.ingest.review;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.judgement.Checkpoint;
import org.guitu.geofence.judgement.Fold;
import org.guitu.geofence.judgement.Judge;
import org.guitu.geofence.rule.DeviceTerms;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.track.Fix;
import org.guitu.ingest.pipeline.StoredTimeline;
import org.guitu.ingest.store.Database;
import org.jdbi.v3.core.Handle;

/** Judges a rule that is not yet ordered over the stored past: the same fold as any other, by a book of one rule. */
public final class Previews {

    /** A longer stretch is not looked at. */
    public static final Duration STRETCH_MAX = Duration.ofDays(92);

    private final Database database;
    private final StoredTimeline timelines = new StoredTimeline();

    public Previews(Database database) {
        this.database = database;
    }

    /**
     * What a rule would have raised in a stretch of the past, had it been in force throughout.
     *
     * @param subjectId a person, or a pair for an order about two devices
     * @param from inclusive
     * @param to exclusive; findings that lasted then are open
     * @throws IllegalArgumentException for a stretch longer than {@link #STRETCH_MAX}
     */
    public Preview of(long subjectId, Order order, Optional<WeeklySchedule> schedule, Instant from, Instant to) {
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(STRETCH_MAX) > 0) {
            throw new IllegalArgumentException("a preview looks at " + STRETCH_MAX.toDays() + " days at most");
        }
        return database.jdbi().inTransaction(handle -> judge(handle, subjectId, order, schedule, from, to));
    }

    private Preview judge(
            Handle handle, long subjectId, Order order, Optional<WeeklySchedule> schedule, Instant from, Instant to) {
        List<DeviceTerms> terms =
                timelines.book(handle, subjectId).map(RuleBook::terms).orElse(List.of(DeviceTerms.defaults()));
        var book = new RuleBook(1, List.of(new Rule(1, order, schedule, Instant.MIN, Instant.MAX)), terms);
        List<Preview> previews = new ArrayList<>(1);
        timelines.read(handle, subjectId, Checkpoint.start(), from, to, fixes -> {
            var counted = new Counted(fixes.iterator(), book);
            Fold fold = new Judge().fold(Checkpoint.start(), () -> counted, book, to);
            previews.add(new Preview(
                    from,
                    to,
                    fold.findings().stream()
                            .filter(finding -> finding.ruleId().isPresent())
                            .toList(),
                    counted.count,
                    counted.observed));
        });
        return previews.getFirst();
    }

    /** Counts fixes and the time they vouch for as they pass. */
    private static final class Counted implements Iterator<Fix> {
        private final Iterator<Fix> fixes;
        private final RuleBook book;
        private Instant last = Instant.MAX;
        private long count;
        private Duration observed = Duration.ZERO;

        Counted(Iterator<Fix> fixes, RuleBook book) {
            this.fixes = fixes;
            this.book = book;
        }

        @Override
        public boolean hasNext() {
            return fixes.hasNext();
        }

        @Override
        public Fix next() {
            Fix fix = fixes.next();
            count++;
            if (fix.located()) {
                Duration gap = last.equals(Instant.MAX) ? Duration.ZERO : Duration.between(last, fix.at());
                boolean fresh = gap.compareTo(book.termsAt(fix.at()).freshFor()) <= 0;
                observed = fresh ? observed.plus(gap) : observed;
                last = fix.at();
            }
            return fix;
        }
    }
}
