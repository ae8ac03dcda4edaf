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
     * @param maxBytes of all unfinished messages together
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

    private record Key(String phoneHex, int messageId, int firstSerial) {}

    private static final class Parts {
        final Instant since;
        final TreeMap<Integer, Octets> bodies = new TreeMap<>();

        Parts(Instant since) {
            this.since = since;
        }

        int bytes() {
            return bodies.values().stream().mapToInt(Octets::size).sum();
        }
    }

    private final Limits limits;
    /** Oldest first. */
    private final Map<Key, Parts> waiting = new LinkedHashMap<>();

    public Jt808Reassembly(Limits limits) {
        this.limits = limits;
    }

    /** Takes one fragment at that moment. */
    public Outcome offer(Fragment fragment, Instant now) {
        waiting.values().removeIf(parts -> parts.since.plus(limits.lifetime).isBefore(now));
        if (fragment.total() > limits.maxFragments) {
            return new Outcome.Refused("more fragments than allowed");
        }
        int firstSerial = (fragment.header().serial() - fragment.index() + 1) & 0xFFFF;
        Key key = new Key(fragment.header().phoneHex(), fragment.messageId(), firstSerial);
        Parts parts = waiting.computeIfAbsent(key, absent -> new Parts(now));
        parts.bodies.putIfAbsent(fragment.index(), fragment.body());
        if (parts.bodies.size() < fragment.total()) {
            return keep(key, fragment.total() - parts.bodies.size());
        }
        waiting.remove(key);
        return new Outcome.Whole(Jt808Bodies.read(fragment.header(), fragment.messageId(), joined(parts)));
    }

    /** Bytes that wait for their missing neighbours. */
    public int heldBytes() {
        return waiting.values().stream().mapToInt(Parts::bytes).sum();
    }

    private Outcome keep(Key key, int missing) {
        while (heldBytes() > limits.maxBytes) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        return waiting.containsKey(key) ? new Outcome.Waiting(missing) : new Outcome.Refused("more bytes than allowed");
    }

    private static Octets joined(Parts parts) {
        ByteBuf whole = Unpooled.buffer(parts.bytes());
        parts.bodies.values().forEach(body -> body.writeTo(whole));
        return Octets.read(whole, whole.readableBytes());
    }
}
