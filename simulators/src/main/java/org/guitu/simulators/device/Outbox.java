package org.guitu.simulators.device;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The reports a device keeps until they are acknowledged, oldest first and never more than fit: when full, the oldest is given up, as in
 * real devices. Reports on their way stay counted here. Not thread-safe.
 *
 * @param <R> a report
 */
final class Outbox<R> {

    /**
     * A kept report.
     *
     * @param late whether it missed its moment: made while there was no session, or sent in vain before
     */
    record Kept<R>(R report, boolean late) {
        Kept<R> tooLate() {
            return late ? this : new Kept<>(report, true);
        }
    }

    private final int limit;
    private final Deque<Kept<R>> waiting = new ArrayDeque<>();
    private int underway;
    private long reported;
    private long sent;
    private long acknowledged;
    private long dropped;
    private long refused;

    Outbox(int limit) {
        this.limit = limit;
    }

    void add(R report, boolean late) {
        reported++;
        waiting.addLast(new Kept<>(report, late));
        if (waiting.size() + underway > limit && waiting.size() > 1) {
            waiting.removeFirst();
            dropped++;
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether the oldest waiting report missed its moment. */
    boolean late() {
        return !waiting.isEmpty() && waiting.peekFirst().late();
    }

    /** Takes up to so many reports, oldest first; they are underway until one of the three below is called for them. */
    List<Kept<R>> take(int most) {
        List<Kept<R>> taken = new ArrayList<>();
        while (taken.size() < most && !waiting.isEmpty()) {
            taken.add(waiting.removeFirst());
        }
        underway += taken.size();
        sent += taken.size();
        return taken;
    }

    /** The server has them. */
    void acknowledge(int count) {
        underway -= count;
        acknowledged += count;
    }

    /** The server can never take them. */
    void refuse(int count) {
        underway -= count;
        refused += count;
    }

    /** Nobody knows; they go back to the front, in their order. */
    void giveBack(List<Kept<R>> reports) {
        underway -= reports.size();
        reports.reversed().forEach(report -> waiting.addFirst(report.tooLate()));
    }

    /** The connection is gone: whatever waits has missed its moment. */
    void allLate() {
        List<Kept<R>> all = new ArrayList<>(waiting);
        waiting.clear();
        all.forEach(report -> waiting.addLast(report.tooLate()));
    }

    DeviceCounters counters(long resent, long connects) {
        return new DeviceCounters(
                reported, sent, resent, acknowledged, waiting.size() + underway, dropped, refused, connects);
    }
}
