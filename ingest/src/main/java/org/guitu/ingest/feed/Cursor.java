package org.guitu.ingest.feed;

/**
 * A place in the order of changes: all with a lesser (xid, seq) have been seen.
 *
 * @param xid the 64-bit transaction id of the change
 * @param seq distinguishes changes of one transaction
 */
public record Cursor(long xid, long seq) implements Comparable<Cursor> {

    /** Before everything. */
    public static final Cursor START = new Cursor(0, 0);

    /** Reads {@link #toString()}; throws {@link IllegalArgumentException} for anything else. */
    public static Cursor parse(String text) {
        int dash = text.indexOf('-');
        if (dash <= 0) {
            throw new IllegalArgumentException("not a cursor");
        }
        return new Cursor(Long.parseLong(text, 0, dash, 10), Long.parseLong(text, dash + 1, text.length(), 10));
    }

    @Override
    public int compareTo(Cursor other) {
        int byXid = Long.compare(xid, other.xid);
        return byXid != 0 ? byXid : Long.compare(seq, other.seq);
    }

    /** {@code xid-seq}, fit for an event id. */
    @Override
    public String toString() {
        return xid + "-" + seq;
    }
}
