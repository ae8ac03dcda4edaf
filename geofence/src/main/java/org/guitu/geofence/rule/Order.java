package org.guitu.geofence.rule;

import java.time.Duration;
import java.util.Optional;
import org.guitu.geofence.zone.Area;

/** What is ordered, without when and about whom. Lengths are metres. */
public sealed interface Order {

    RuleKind kind();

    /** Where; empty for an order that is not about a place. */
    default Optional<Area> ground() {
        return switch (this) {
            case StayIn stay -> Optional.of(stay.area());
            case KeepOut out -> Optional.of(out.area());
            case KeepAway away -> Optional.empty();
            case StayTogether together -> Optional.empty();
            case ReportEvery plan -> Optional.empty();
        };
    }

    /** A stay inside an area, at all times that the rule is in force. */
    static Order stayIn(Area area) {
        return new StayIn(area, Optional.empty());
    }

    /** An area that is not to be entered. */
    static Order keepOut(Area area) {
        return new KeepOut(area, 0);
    }

    /**
     * Be inside.
     *
     * @param area where; {@link Area.AnyOf} for several places of which any one will do
     * @param dwell empty: all the time that the rule is in force. Else for at least so long, all told, within each window of its schedule:
     *     mandatory attendance
     */
    record StayIn(Area area, Optional<Duration> dwell) implements Order {
        public StayIn {
            if (dwell.isPresent() && !dwell.get().isPositive()) {
                throw new IllegalArgumentException("a required dwell must be longer than nothing");
            }
        }

        @Override
        public RuleKind kind() {
            return RuleKind.STAY_IN;
        }
    }

    /**
     * Do not be inside.
     *
     * @param area a place, or {@link Area.Group} for all places of a kind
     * @param approachMeters within this of the area a warning is raised; 0 for none
     */
    record KeepOut(Area area, double approachMeters) implements Order {
        public KeepOut {
            if (!(approachMeters >= 0 && approachMeters <= 100_000)) {
                throw new IllegalArgumentException("an approach band is 0 to 100 km wide: " + approachMeters);
            }
        }

        @Override
        public RuleKind kind() {
            return RuleKind.KEEP_OUT;
        }
    }

    /**
     * Keep at least so far from another person's device. Judged on the pair's own timeline, see {@code org.guitu.geofence.pair}.
     *
     * @param meters more than 0
     */
    record KeepAway(double meters) implements Order {
        public KeepAway {
            requirePositive(meters);
        }

        @Override
        public RuleKind kind() {
            return RuleKind.KEEP_AWAY;
        }
    }

    /**
     * Two devices, bracelet and phone, at most so far apart. Judged on the pair's own timeline.
     *
     * @param meters more than 0
     */
    record StayTogether(double meters) implements Order {
        public StayTogether {
            requirePositive(meters);
        }

        @Override
        public RuleKind kind() {
            return RuleKind.STAY_TOGETHER;
        }
    }

    /**
     * A plan a×b with a buffer (domain: 10×10 with 15 minutes of buffer is silence at 25 minutes). Judged on the times of arrival, see
     * {@code org.guitu.geofence.silence}.
     *
     * @param fixEvery one point every so long
     * @param sendEvery one packet every so long
     * @param buffer how much later than the plan is no silence yet
     */
    record ReportEvery(Duration fixEvery, Duration sendEvery, Duration buffer) implements Order {
        public ReportEvery {
            if (!fixEvery.isPositive() || !sendEvery.isPositive() || buffer.isNegative()) {
                throw new IllegalArgumentException("a plan has intervals longer than nothing and no negative buffer");
            }
        }

        /** Without a packet for so long a device is silent. */
        public Duration silentAfter() {
            return sendEvery.plus(buffer);
        }

        /** Without a valid fix for so long, though packets come, a device does not know where it is. */
        public Duration lostAfter() {
            return (fixEvery.compareTo(sendEvery) > 0 ? fixEvery : sendEvery).plus(buffer);
        }

        @Override
        public RuleKind kind() {
            return RuleKind.REPORT_EVERY;
        }
    }

    private static void requirePositive(double meters) {
        if (!(meters > 0 && meters <= 1_000_000)) {
            throw new IllegalArgumentException(
                    "a distance between devices is more than 0 and at most 1,000 km: " + meters);
        }
    }
}
