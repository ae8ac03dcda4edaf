package org.guitu.protocols.jt808;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.guitu.protocols.Decoded;
import org.guitu.protocols.Octets;
import org.guitu.protocols.jt808.Jt808Message.Fragment;

/**
 * Puts the fragments of one connection together again (§4.4.4). They may come in any order, twice, and with other messages between
 * them; they belong together by terminal, message id and the serial their first fragment had. Holds no more than its limits allow: the
 * oldest unfinished message gives way. Not thread-safe.
 */
public final class Jt808Reassembly {

    /**
     * What one connection may keep waiting.
     *
     * @param maxFragments of one message
     * @param maxBytes of all unfinished messages together, each fragment counted with {@link #FRAGMENT_OVERHEAD_BYTES} more, so that empty
     *     ones cannot fill the memory either
     * @param lifetime after which an unfinished message is dropped
     */
    public record Limits(int maxFragments, int maxBytes, Duration lifetime) {

        public static final Limits DEFAULT = new Limits(1000, 1 << 20, Duration.ofMinutes(3));
    }

    /** What became of a fragment. */
    public sealed interface Outcome {

        /** Kept, others are missing. Not to be acknowledged: nothing is durable yet. */
        record Waiting(int missing) implements Outcome {}

        /** The message is complete. Its header is that of the fragment that completed it, whose serial the reply acknowledges. */
        record Whole(Decoded<Jt808Message> message) implements Outcome {}

        /** Not kept. */
        record Refused(String reason) implements Outcome {}
    }

    /** What a fragment costs beside its body. */
    public static final int FRAGMENT_OVERHEAD_BYTES = 64;

    private record Key(String phoneHex, int messageId, int firstSerial, int total) {}

    private static final class Parts {
        final Instant since;
        final TreeMap<Integer, Octets> bodies = new TreeMap<>();
        int cost;

        Parts(Instant since) {
            this.since = since;
        }
    }

    private final Limits limits;
    /** Oldest first. */
    private final Map<Key, Parts> waiting = new LinkedHashMap<>();

    private int held;

    public Jt808Reassembly(Limits limits) {
        this.limits = limits;
    }

    /** Takes one fragment at that moment. */
    public Outcome offer(Fragment fragment, Instant now) {
        while (!waiting.isEmpty()
                && oldest().getValue().since.plus(limits.lifetime).isBefore(now)) {
            drop(oldest().getKey());
        }
        if (fragment.total() > limits.maxFragments) {
            return new Outcome.Refused("more fragments than allowed");
        }
        int firstSerial = (fragment.header().serial() - fragment.index() + 1) & 0xFFFF;
        Key key = new Key(fragment.header().phoneHex(), fragment.messageId(), firstSerial, fragment.total());
        Parts parts = waiting.computeIfAbsent(key, absent -> new Parts(now));
        add(parts, fragment);
        if (parts.bodies.size() < fragment.total()) {
            return keep(key, fragment.total() - parts.bodies.size());
        }
        drop(key);
        return new Outcome.Whole(Jt808Bodies.read(fragment.header(), fragment.messageId(), joined(parts)));
    }

    /** What waits for its missing neighbours, overhead included. */
    public int heldBytes() {
        return held;
    }

    private void add(Parts parts, Fragment fragment) {
        if (parts.bodies.putIfAbsent(fragment.index(), fragment.body()) == null) {
            int cost = fragment.body().size() + FRAGMENT_OVERHEAD_BYTES;
            parts.cost += cost;
            held += cost;
        }
    }

    private Outcome keep(Key key, int missing) {
        while (held > limits.maxBytes) {
            drop(oldest().getKey());
        }
        return waiting.containsKey(key) ? new Outcome.Waiting(missing) : new Outcome.Refused("more bytes than allowed");
    }

    private Map.Entry<Key, Parts> oldest() {
        return waiting.entrySet().iterator().next();
    }

    private void drop(Key key) {
        Parts parts = waiting.remove(key);
        held -= parts == null ? 0 : parts.cost;
    }

    private static Octets joined(Parts parts) {
        ByteBuf whole = Unpooled.buffer();
        parts.bodies.values().forEach(body -> body.writeTo(whole));
        return Octets.read(whole, whole.readableBytes());
    }
}
