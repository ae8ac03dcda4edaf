package org.guitu.geofence.pair;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.guitu.geofence.evidence.NoiseModel;
import org.guitu.geofence.track.DeviceFact;
import org.guitu.geofence.track.Fix;
import org.guitu.geofence.zone.Area;
import org.guitu.geofence.zone.LocalFrame;
import org.guitu.geofence.zone.PreparedArea;
import org.jspecify.annotations.Nullable;

/**
 * Where a first device is, seen from a second, as a track about the origin (0°, 0°): a distance between two people becomes the distance to the
 * centre of a circle, and "keep away" becomes "keep out".
 *
 * <h2>Which fixes meet</h2>
 * A fix of the first device meets the newest fix of the second since the first's last one, if it is not older than {@link #APART_MAX}. So each
 * fix is used at most once, and one wild fix of either device makes one wild point and not several that agree with each other. A point depends
 * on what lies before it alone, at most {@link #WARM_UP} before: a fold that begins in the middle sees the same points as one that begins at the
 * start.
 *
 * <h2>How far off a point may be</h2>
 * The errors of both fixes, and the way either may have gone between them: the time between the two, times the faster of their speeds. Two people in
 * one bus whose devices report half a minute apart are therefore not told apart while it drives, and are once it stops.
 */
public final class RelativeTrack implements Iterable<Fix> {

    /** Fixes further apart in time do not meet. */
    public static final Duration APART_MAX = Duration.ofMinutes(15);

    /** How far before a point the fixes lie that it depends on. */
    public static final Duration WARM_UP = APART_MAX.multipliedBy(2);

    private static final LocalFrame ORIGIN = LocalFrame.at(0, 0);
    private static final double FAR_METERS = 100_000;
    private static final double STROLL_METERS_PER_SECOND = 0.5;

    private final Iterable<Fix> first;
    private final Iterable<Fix> second;

    /**
     * @param first the track that sets the pace, in {@link Fix} order
     * @param second the other track, in {@link Fix} order
     */
    public RelativeTrack(Iterable<Fix> first, Iterable<Fix> second) {
        this.first = first;
        this.second = second;
    }

    /** The area in which the two are at most so far apart. */
    public static PreparedArea within(double meters) {
        return PreparedArea.of(new Area.Circle(0, 0, meters));
    }

    @Override
    public Iterator<Fix> iterator() {
        return new Merge(new Side(first.iterator()), new Side(second.iterator()));
    }

    /** One device's fixes, with the last two seen. */
    private static final class Side {
        private final Iterator<Fix> fixes;
        private @Nullable Fix next;
        private @Nullable Fix last;
        private double speed;

        Side(Iterator<Fix> fixes) {
            this.fixes = fixes;
            read();
        }

        private void read() {
            next = null;
            while (next == null && fixes.hasNext()) {
                Fix fix = fixes.next();
                if (fix.located() && Double.isFinite(fix.latitude()) && Double.isFinite(fix.longitude())) {
                    next = fix;
                }
            }
        }

        /** Takes the next fix; the one before it tells how fast this device goes. */
        Fix take() {
            Fix fix = next;
            if (fix == null) {
                throw new NoSuchElementException();
            }
            speed = speed(last, fix);
            last = fix;
            read();
            return fix;
        }

        private static double speed(@Nullable Fix before, Fix fix) {
            Double reported = fix.speedKmh();
            double told = reported == null ? 0 : reported / 3.6;
            if (before == null || seconds(before.at(), fix.at()) > APART_MAX.toSeconds()) {
                return Math.max(told, STROLL_METERS_PER_SECOND);
            }
            double meters =
                    LocalFrame.at(fix.latitude(), fix.longitude()).distance(before.latitude(), before.longitude());
            double noise = NoiseModel.sigmaMeters(before) + NoiseModel.sigmaMeters(fix);
            double moved = Math.max(0, meters - noise) / Math.max(1, seconds(before.at(), fix.at()));
            return Math.max(Math.max(told, moved), STROLL_METERS_PER_SECOND);
        }
    }

    private static final class Merge implements Iterator<Fix> {
        private final Side first;
        private final Side second;
        private @Nullable Instant claimed;
        private @Nullable Fix ready;

        Merge(Side first, Side second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public boolean hasNext() {
            while (ready == null && first.next != null) {
                Instant at = first.next.at();
                while (second.next != null && !second.next.at().isAfter(at)) {
                    second.take();
                }
                Fix anchor = first.take();
                Fix other = second.last;
                if (other != null && meet(other.at(), at)) {
                    ready = relative(anchor, other, Math.max(first.speed, second.speed));
                }
                claimed = at;
            }
            return ready != null;
        }

        private boolean meet(Instant other, Instant at) {
            return (claimed == null || other.isAfter(claimed)) && seconds(other, at) <= APART_MAX.toSeconds();
        }

        @Override
        public Fix next() {
            if (!hasNext() || ready == null) {
                throw new NoSuchElementException();
            }
            Fix fix = ready;
            ready = null;
            return fix;
        }
    }

    private static Fix relative(Fix anchor, Fix other, double speed) {
        LocalFrame frame = LocalFrame.at(anchor.latitude(), anchor.longitude());
        double east = Math.clamp(-frame.east(other.longitude()), -FAR_METERS, FAR_METERS);
        double north = Math.clamp(-frame.north(other.latitude()), -FAR_METERS, FAR_METERS);
        double a = NoiseModel.sigmaMeters(anchor);
        double b = NoiseModel.sigmaMeters(other);
        double way = speed * seconds(other.at(), anchor.at());
        Set<DeviceFact> none = EnumSet.noneOf(DeviceFact.class);
        return new Fix(
                anchor.at(),
                anchor.receivedAt().isAfter(other.receivedAt()) ? anchor.receivedAt() : other.receivedAt(),
                anchor.contentHash() * 31 + other.contentHash(),
                ORIGIN.latitudeAt(north),
                ORIGIN.longitudeAt(east),
                true,
                Math.sqrt(a * a + b * b + way * way),
                null,
                null,
                Fix.Source.UNKNOWN,
                none);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
