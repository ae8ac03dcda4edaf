package org.guitu.geofence.evidence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The binary form of beliefs and sightings inside a checkpoint. Every count is bounded before anything is allocated. */
public final class EvidenceCodec {

    private EvidenceCodec() {}

    public static void writeInstant(DataOutput out, @Nullable Instant instant) throws IOException {
        out.writeBoolean(instant != null);
        if (instant != null) {
            out.writeLong(instant.getEpochSecond());
            out.writeInt(instant.getNano());
        }
    }

    public static @Nullable Instant readInstant(DataInput in) throws IOException {
        return in.readBoolean() ? readPresentInstant(in) : null;
    }

    private static Instant readPresentInstant(DataInput in) throws IOException {
        long seconds = in.readLong();
        int nanos = in.readInt();
        try {
            if (nanos < 0 || nanos > 999_999_999) {
                throw new IllegalArgumentException("nanoseconds out of range: " + nanos);
            }
            return Instant.ofEpochSecond(seconds, nanos);
        } catch (DateTimeException outOfRange) {
            throw new IllegalArgumentException("instant out of range", outOfRange);
        }
    }

    /** Reads a count that may be at most {@code max}. */
    public static int readCount(DataInput in, int max) throws IOException {
        int count = in.readUnsignedByte();
        if (count > max) {
            throw new IllegalArgumentException("count " + count + " above " + max);
        }
        return count;
    }

    /** Reads a number that must not be NaN or infinite. */
    public static double readFinite(DataInput in) throws IOException {
        double value = in.readDouble();
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not a finite number");
        }
        return value;
    }

    public static void writeTrack(DataOutput out, RecentTrack track) throws IOException {
        List<Sighting> sightings = track.sightings();
        out.writeByte(sightings.size());
        for (Sighting sighting : sightings) {
            writeInstant(out, sighting.at());
            out.writeLong(sighting.contentHash());
            out.writeDouble(sighting.latitude());
            out.writeDouble(sighting.longitude());
            out.writeDouble(sighting.sigmaMeters());
            out.writeDouble(sighting.wildShare());
            out.writeDouble(sighting.trust());
            out.writeDouble(sighting.weight());
            out.writeDouble(sighting.moving());
        }
    }

    public static RecentTrack readTrack(DataInput in) throws IOException {
        int count = readCount(in, RecentTrack.MEMORY);
        var sightings = new ArrayList<Sighting>(count);
        for (int i = 0; i < count; i++) {
            sightings.add(new Sighting(
                    required(readInstant(in)),
                    in.readLong(),
                    readFinite(in),
                    readFinite(in),
                    readFinite(in),
                    readFinite(in),
                    readFinite(in),
                    readFinite(in),
                    readFinite(in)));
        }
        return new RecentTrack(sightings);
    }

    public static void writeWeighed(DataOutput out, List<Weighed> list) throws IOException {
        out.writeByte(list.size());
        for (Weighed weighed : list) {
            writeInstant(out, weighed.at());
            out.writeLong(weighed.contentHash());
            out.writeDouble(weighed.depthMeters());
            out.writeDouble(weighed.posterior());
        }
    }

    public static List<Weighed> readWeighed(DataInput in, int max) throws IOException {
        int count = readCount(in, max);
        var list = new ArrayList<Weighed>(count);
        for (int i = 0; i < count; i++) {
            list.add(new Weighed(required(readInstant(in)), in.readLong(), readFinite(in), readFinite(in)));
        }
        return list;
    }

    public static void writeBelief(DataOutput out, Belief belief) throws IOException {
        writeInstant(out, belief.at);
        writeInstant(out, belief.informedAt);
        writeInstant(out, belief.since);
        out.writeBoolean(belief.violating);
        out.writeDouble(belief.odds);
        out.writeDouble(belief.depthMeters);
        out.writeDouble(belief.lastDepthMeters);
        out.writeInt(belief.fixes);
        for (double side : belief.ifHonest) {
            out.writeDouble(side);
        }
        Run run = belief.run;
        out.writeDouble(run.floor);
        writeInstant(out, run.start);
        out.writeDouble(run.independent);
        out.writeDouble(run.precision);
        out.writeDouble(run.weightedDepth);
        out.writeInt(run.fixes);
        writeWeighed(out, run.kept);
        writeWeighed(out, belief.support);
    }

    public static Belief readBelief(DataInput in) throws IOException {
        Instant at = readInstant(in);
        Instant informedAt = readInstant(in);
        Instant since = readInstant(in);
        boolean violating = in.readBoolean();
        double odds = readFinite(in);
        double depth = readFinite(in);
        double lastDepth = readFinite(in);
        int fixes = in.readInt();
        double[] sides = new double[RecentTrack.MEMORY];
        for (int i = 0; i < sides.length; i++) {
            sides[i] = readFinite(in);
        }
        var run = new Run();
        run.floor = readFinite(in);
        run.start = readInstant(in);
        run.independent = readFinite(in);
        run.precision = readFinite(in);
        run.weightedDepth = readFinite(in);
        run.fixes = in.readInt();
        run.kept.addAll(readWeighed(in, Run.KEPT));
        var belief = new Belief(run, readWeighed(in, Run.KEPT));
        belief.at = at;
        belief.informedAt = informedAt;
        belief.since = since;
        belief.violating = violating;
        belief.odds = odds;
        belief.depthMeters = depth;
        belief.lastDepthMeters = lastDepth;
        belief.fixes = fixes;
        System.arraycopy(sides, 0, belief.ifHonest, 0, sides.length);
        return belief;
    }

    /** Refuses absence where the form requires presence. */
    public static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("a required value is absent");
        }
        return value;
    }
}
