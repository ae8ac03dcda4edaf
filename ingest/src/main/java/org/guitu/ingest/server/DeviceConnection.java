package org.guitu.ingest.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.guitu.ingest.admit.Device;
import org.guitu.ingest.log.Entry;
import org.guitu.ingest.log.UnstorableException;
import org.guitu.ingest.session.Dialect;
import org.guitu.ingest.session.SessionTable;
import org.guitu.ingest.session.Step;
import org.guitu.ingest.session.Terminals;
import org.guitu.protocols.Answer;
import org.guitu.protocols.Answer.Reason;
import org.guitu.protocols.Decoded;
import org.guitu.protocols.DeviceProtocol;
import org.guitu.protocols.SessionFacts;
import org.guitu.protocols.report.Report;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: decode, identify, log, and acknowledge once the log says durable. All state is touched by the channel's event loop alone.
 *
 * @param <M> the protocol's message type
 */
final class DeviceConnection<M> extends ChannelInboundHandlerAdapter implements SessionTable.Holder, Deadlines.Proof {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceConnection.class);

    /**
     * What one connection may ask of us.
     *
     * @param pendingMax frames that may wait for their commit, or for the books
     * @param malformedMax unreadable frames before the connection is closed
     * @param terminalsMax terminals on one connection
     */
    record Limits(int pendingMax, int malformedMax, int terminalsMax) {}

    private final DeviceProtocol<M> protocol;
    private final Dialect<M> dialect;
    private final Desk desk;
    private final Limits limits;
    private final Terminals terminals;
    private @Nullable ChannelHandlerContext context;
    private @Nullable ReadGate gate;
    private int serial;
    private int pending;
    private int malformed;

    DeviceConnection(DeviceProtocol<M> protocol, Dialect<M> dialect, Desk desk, Limits limits) {
        this.protocol = protocol;
        this.dialect = dialect;
        this.desk = desk;
        this.limits = limits;
        this.terminals = new Terminals(limits.terminalsMax());
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        gate = new ReadGate(ctx.channel(), desk.meters());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            if (message instanceof ByteBuf frame) {
                desk.meters().frame();
                decode(frame, ByteBufUtil.getBytes(frame), desk.clock().instant());
            } else if (message instanceof FrameCutter.Overrun) {
                reject("frame longer than the limit", 0, new byte[0]);
                Ending.close(ctx);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void decode(ByteBuf frame, byte[] bytes, Instant at) {
        switch (protocol.decode(frame)) {
            case Decoded.Message<M>(M message) -> identify(message, Optional.empty(), bytes, at);
            case Decoded.BadBody<M>(M message, String reason) -> identify(message, Optional.of(reason), bytes, at);
            case Decoded.Malformed<M>(String reason, int atByte) -> reject(reason, atByte, bytes);
        }
    }

    /** Whose message it is; a stranger may have been entered a moment ago, so the books are read again before it is refused. */
    private void identify(M message, Optional<String> bad, byte[] bytes, Instant at) {
        Optional<Device> known = desk.book().find(protocol.name(), protocol.deviceId(message));
        if (known.isPresent()) {
            take(known.get(), message, bad, bytes, at);
            return;
        }
        await(desk.newcomers().booksReadAgain(), (nothing, failed) -> {
            Optional<Device> now = desk.book().find(protocol.name(), protocol.deviceId(message));
            if (now.isPresent()) {
                take(now.get(), message, bad, bytes, at);
            } else if (failed == null) {
                refuseStranger(message, bytes, at);
            }
        });
    }

    private void take(Device device, M message, Optional<String> bad, byte[] bytes, Instant at) {
        Step step = dialect.step(message);
        if (bad.isPresent() && !(step instanceof Step.Register)) {
            step = new Step.Ordinary();
        }
        switch (step) {
            case Step.Register register -> register(device, message);
            case Step.Authenticate(String code) -> authenticate(device, message, code, at);
            case Step.Ordinary ordinary
            when terminals.isAuthenticated(device) -> report(device, message, bad, bytes, at);
            case Step.Piece piece when terminals.isAuthenticated(device) -> assemble(device, message, bytes, at);
            case Step.Leave leave when terminals.isAuthenticated(device) -> leave(device, message, at);
            case Step.Ordinary ordinary -> refuseUnproven(message);
            case Step.Piece piece -> refuseUnproven(message);
            case Step.Leave leave -> refuseUnproven(message);
        }
    }

    private void register(Device device, M message) {
        await(desk.codes().issue(device), (code, failed) -> {
            if (code != null) {
                reply(message, new Answer.Registered(code));
            } else {
                LOG.warn("device {} could not be given a code: {}", device.id(), String.valueOf(failed));
            }
        });
    }

    private void authenticate(Device device, M message, String code, Instant at) {
        if (!terminals.authenticate(device, code)) {
            refuseUnproven(message);
            return;
        }
        desk.sessions().bind(device.id(), this).ifPresent(older -> {
            desk.meters().superseded();
            LOG.warn("device {} is on two connections at once: the newer one wins", device.id());
            keep(desk.quarantine(
                    OptionalLong.of(device.id()), "same device on two connections", 0, new byte[0], 0, at));
            older.superseded(device.id());
        });
        acknowledge(message, device, desk.logConnection(device, true, at), at);
    }

    private void report(Device device, M message, Optional<String> bad, byte[] frame, Instant at) {
        byte[] bytes = desk.isCovered(device.id(), at) ? frame : beginning(frame, dialect.headerBytes(message));
        if (bad.isPresent()) {
            desk.meters().malformed();
            refuse(
                    message,
                    Reason.MESSAGE_ERROR,
                    desk.quarantine(OptionalLong.of(device.id()), bad.get(), 0, bytes, frame.length, at));
            return;
        }
        Optional<List<Report.Item>> opaque = dialect.opaque(message);
        if (opaque.isEmpty()) {
            refuse(message, Reason.UNSUPPORTED, Desk.NOTHING_KEPT);
            return;
        }
        List<Entry> more = dialect.unreadableParts(message) == 0
                ? List.of()
                : List.of(new Entry.Rejected(
                        OptionalLong.of(device.id()), protocol.name(), "parts unreadable", 0, bytes, frame.length, at));
        var reports = opaque.get().isEmpty()
                ? protocol.reports(message, new SessionFacts(device.identity()), device.profile(), at)
                : List.of(opaque(device, opaque.get()));
        acknowledge(message, device, desk.logReports(device, reports, true, bytes, at, more), at);
    }

    /** Whether its content is kept is decided by the basis where it is stored, as with any report. */
    private static Report opaque(Device device, List<Report.Item> content) {
        return new Report(
                Report.Kind.OTHER,
                device.identity(),
                null,
                null,
                null,
                null,
                Set.of(),
                Set.of(Report.Mark.POSITION_MISSING),
                content);
    }

    private void assemble(Device device, M piece, byte[] bytes, Instant at) {
        dialect.assemble(piece, at).ifPresent(whole -> {
            switch (whole) {
                case Decoded.Message<M>(M message) -> report(device, message, Optional.empty(), bytes, at);
                case Decoded.BadBody<M>(M message, String reason) ->
                    report(device, message, Optional.of(reason), bytes, at);
                case Decoded.Malformed<M>(String reason, int atByte) -> reject(reason, atByte, bytes);
            }
        });
    }

    private void leave(Device device, M message, Instant at) {
        terminals.leave(device.id());
        desk.sessions().unbind(device.id(), this);
        acknowledge(message, device, desk.logConnection(device, false, at), at);
    }

    /** The reply goes out when the log says durable, and not otherwise. */
    private void acknowledge(M message, Device device, CompletionStage<Void> stored, Instant at) {
        long key = desk.key(device, at);
        if (desk.log().isCrowded(key) && !gate().isStopped(ReadGate.Reason.LOG)) {
            gate().set(ReadGate.Reason.LOG, true);
            desk.log().whenRoom(key, () -> ctx().executor().execute(() -> gate().set(ReadGate.Reason.LOG, false)));
        }
        long begun = System.nanoTime();
        await(stored, (nothing, failed) -> {
            if (failed == null) {
                desk.meters().acknowledged().record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
                reply(message, new Answer.Stored());
            } else if (failed instanceof UnstorableException) {
                reply(message, new Answer.Refused(Reason.MESSAGE_ERROR));
            }
        });
    }

    /** The refusal goes out when what is kept of the message is durable. */
    private void refuse(M message, Reason reason, CompletionStage<Void> kept) {
        await(kept, (nothing, failed) -> {
            if (failed == null || failed instanceof UnstorableException) {
                reply(message, new Answer.Refused(reason));
            }
        });
    }

    /** Nobody is told, but whoever causes it is read no further while too much of it waits. */
    private void keep(CompletionStage<Void> kept) {
        await(kept, (nothing, failed) -> {});
    }

    private void refuseStranger(M message, byte[] bytes, Instant at) {
        desk.meters().unknownDevice();
        CompletionStage<Void> kept = Desk.NOTHING_KEPT;
        if (desk.strangers().isNews(protocol.name(), protocol.deviceId(message), at)) {
            byte[] header = beginning(bytes, dialect.headerBytes(message));
            kept = desk.quarantineStranger(
                    ctx().channel().remoteAddress(), "unknown device", 0, header, bytes.length, at);
        }
        refuse(message, Reason.UNKNOWN_DEVICE, kept);
    }

    private void refuseUnproven(M message) {
        desk.meters().notAuthenticated();
        reply(message, new Answer.Refused(Reason.NOT_AUTHENTICATED));
    }

    private void reject(String reason, int atByte, byte[] bytes) {
        desk.meters().malformed();
        Instant at = desk.clock().instant();
        keep(
                mayKeepAll(at)
                        ? desk.quarantine(OptionalLong.empty(), reason, atByte, bytes, bytes.length, at)
                        : desk.quarantineStranger(
                                ctx().channel().remoteAddress(),
                                reason,
                                atByte,
                                beginning(bytes, dialect.excerptBytes()),
                                bytes.length,
                                at));
        if (++malformed >= limits.malformedMax()) {
            LOG.info(
                    "closing connection {}: {} unreadable frames",
                    ctx().channel().id(),
                    malformed);
            Ending.close(ctx());
        }
    }

    /** Whose frame it was that cannot be read nobody knows, but it was one of the terminals on this connection. */
    private boolean mayKeepAll(Instant at) {
        return !terminals.isEmpty() && terminals.devices().stream().allMatch(id -> desk.isCovered(id, at));
    }

    private static byte[] beginning(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, Math.min(bytes.length, length));
    }

    private void reply(M message, Answer answer) {
        protocol.reply(message, answer, serial).ifPresent(reply -> {
            serial = (serial + 1) & 0xFFFF;
            ByteBuf out = ctx().alloc().buffer();
            protocol.encode(reply, out);
            Ending.write(ctx(), out);
        });
    }

    @Override
    public boolean isProven() {
        return !terminals.isEmpty();
    }

    @Override
    public void superseded(long deviceId) {
        ctx().executor().execute(() -> {
            terminals.leave(deviceId);
            if (terminals.isEmpty()) {
                Ending.close(ctx());
            }
        });
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        gate().set(ReadGate.Reason.UNREAD_REPLIES, !ctx.channel().isWritable());
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        Instant now = desk.clock().instant();
        for (long deviceId : terminals.devices()) {
            if (desk.sessions().unbind(deviceId, this)) {
                desk.logGone(deviceId, now);
            }
        }
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        Ending.closeAfter(ctx, cause);
    }

    private interface Then<T> {
        void accept(@Nullable T value, @Nullable Throwable failed);
    }

    /** Goes on, on the event loop, when the stage is complete; counted until then, whoever sent it. */
    private <T> void await(CompletionStage<T> stage, Then<T> then) {
        count(+1);
        stage.whenComplete((value, failed) -> ctx().executor().execute(() -> {
            count(-1);
            then.accept(value, failed);
        }));
    }

    private void count(int more) {
        pending += more;
        gate().set(ReadGate.Reason.PENDING, pending >= limits.pendingMax());
    }

    private ChannelHandlerContext ctx() {
        return Objects.requireNonNull(context);
    }

    private ReadGate gate() {
        return Objects.requireNonNull(gate);
    }
}
