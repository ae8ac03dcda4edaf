package org.guitu.ingest.session;

/** So much at once, and so much a second: what anybody can cause must not grow without bound. Thread-safe. */
public final class Budget {

    private final double burst;
    private final double perSecond;
    private double left;
    private long countedNanos = System.nanoTime();

    public Budget(double burst, double perSecond) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.left = burst;
    }

    /** Takes one, if there is one left. */
    public synchronized boolean take() {
        long now = System.nanoTime();
        left = Math.min(burst, left + (now - countedNanos) / 1e9 * perSecond);
        countedNanos = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
