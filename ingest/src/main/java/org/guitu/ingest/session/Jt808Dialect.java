package org.guitu.ingest.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guitu.protocols.Decoded;
import org.guitu.protocols.jt808.Jt808Header.Edition;
import org.guitu.protocols.jt808.Jt808Message;
import org.guitu.protocols.jt808.Jt808Reassembly;
import org.guitu.protocols.report.Report;

/** Sessions of JT/T 808: registration gives a code, authentication shows it, everything else needs it (§4.2). */
public final class Jt808Dialect implements Dialect<Jt808Message> {

    /** Upgrade result, driver card, media event and pass-through (annex A, table A.2): taken, and not understood. */
    private static final Set<Integer> ACKNOWLEDGED = Set.of(0x0108, 0x0702, 0x0800, 0x0900);

    /** The longest body of one frame (§4.4.3). */
    private static final int OPAQUE_BYTES_MAX = 1023;

    private final Jt808Reassembly reassembly = new Jt808Reassembly(Jt808Reassembly.Limits.DEFAULT);

    @Override
    public Step step(Jt808Message message) {
        return switch (message) {
            case Jt808Message.Register register -> new Step.Register();
            case Jt808Message.Authenticate authenticate -> new Step.Authenticate(authenticate.code());
            case Jt808Message.Fragment fragment -> new Step.Piece();
            case Jt808Message.Logout logout -> new Step.Leave();
            default -> new Step.Ordinary();
        };
    }

    @Override
    public Optional<Decoded<Jt808Message>> assemble(Jt808Message piece, Instant now) {
        if (!(piece instanceof Jt808Message.Fragment fragment)) {
            return Optional.of(new Decoded.Message<>(piece));
        }
        return switch (reassembly.offer(fragment, now)) {
            case Jt808Reassembly.Outcome.Waiting waiting -> Optional.empty();
            case Jt808Reassembly.Outcome.Whole whole -> Optional.of(whole.message());
            case Jt808Reassembly.Outcome.Refused refused -> Optional.of(new Decoded.BadBody<>(piece, refused.reason()));
        };
    }

    @Override
    public int unreadableParts(Jt808Message message) {
        return switch (message) {
            case Jt808Message.Batch batch -> batch.unreadable();
            case Jt808Message.CompactBatch batch -> batch.unreadable();
            default -> 0;
        };
    }

    @Override
    public Optional<List<Report.Item>> opaque(Jt808Message message) {
        if (!(message instanceof Jt808Message.Unknown unknown)
                || !ACKNOWLEDGED.contains(unknown.messageId())
                || unknown.body().isEmpty()) {
            return Optional.of(List.of());
        }
        return unknown.body().size() > OPAQUE_BYTES_MAX
                ? Optional.empty()
                : Optional.of(List.of(new Report.Item(
                        "message.%04X".formatted(unknown.messageId()),
                        unknown.body().hex())));
    }

    /** As many as the shorter header has: in the shortest message with a code or a place these begin right behind it. */
    @Override
    public int excerptBytes() {
        return 13;
    }

    /** The flag, then 12 or 17 bytes (§4.4.3); an escaped byte among them makes what is kept shorter, never longer. */
    @Override
    public int headerBytes(Jt808Message message) {
        return message.header().edition() == Edition.EDITION_2019 ? 18 : 13;
    }
}
