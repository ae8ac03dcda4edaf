package org.guitu.ingest;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.guitu.protocols.Decoded;
import org.guitu.protocols.Framing;
import org.guitu.protocols.framing.FlaggedFrames;
import org.guitu.protocols.jt808.Jt808Header;
import org.guitu.protocols.jt808.Jt808Location;
import org.guitu.protocols.jt808.Jt808Message;
import org.guitu.protocols.jt808.Jt808Protocol;

/** A terminal on a real socket, one step at a time. */
public final class TestBracelet implements AutoCloseable {

    private static final Jt808Protocol PROTOCOL = new Jt808Protocol();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Socket socket = new Socket();
    private final String phone;
    private final FlaggedFrames frames = new FlaggedFrames(new Framing.Flagged(0x7E, 4096));
    private final ArrayDeque<Jt808Message> received = new ArrayDeque<>();
    private int serial;

    private TestBracelet(int port, String phone) throws IOException {
        this.phone = phone;
        socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
        socket.setTcpNoDelay(true);
    }

    public static TestBracelet connect(int port, String phone) throws IOException {
        return new TestBracelet(port, phone);
    }

    /** Connects and authenticates, and fails if it is refused. */
    public static TestBracelet authenticated(int port, String phone, String code) throws IOException {
        TestBracelet bracelet = connect(port, phone);
        int result = bracelet.authenticate(code).result();
        if (result != 0) {
            throw new IllegalStateException("refused with result " + result);
        }
        return bracelet;
    }

    public Jt808Header header() {
        return Jt808Header.of2013(phone, serial++);
    }

    public Jt808Message.PlatformReply authenticate(String code) throws IOException {
        return ask(new Jt808Message.Authenticate(header(), code));
    }

    public Jt808Message.RegisterReply register() throws IOException {
        send(new Jt808Message.Register(header(), 44, 303, "GUITU", "T1", phone, 0, ""));
        return (Jt808Message.RegisterReply) receive().orElseThrow();
    }

    public Jt808Message.PlatformReply heartbeat() throws IOException {
        return ask(new Jt808Message.Heartbeat(header()));
    }

    public Jt808Message.PlatformReply report(Instant at, double latitude, double longitude) throws IOException {
        return ask(location(at, latitude, longitude));
    }

    public Jt808Message.Location location(Instant at, double latitude, double longitude) {
        return new Jt808Message.Location(header(), Jt808Location.fix(at, latitude, longitude));
    }

    public Jt808Message.PlatformReply batch(List<Jt808Location> locations) throws IOException {
        return ask(new Jt808Message.Batch(header(), Jt808Message.Batch.TYPE_LATE, locations, 0));
    }

    /** Sends and waits for the general reply to just this message. */
    public Jt808Message.PlatformReply ask(Jt808Message message) throws IOException {
        send(message);
        Jt808Message.PlatformReply reply =
                (Jt808Message.PlatformReply) receive().orElseThrow(() -> new IllegalStateException("no reply"));
        if (reply.ackSerial() != message.header().serial()) {
            throw new IllegalStateException("a reply to another message");
        }
        return reply;
    }

    public void send(Jt808Message message) throws IOException {
        ByteBuf out = Unpooled.buffer();
        PROTOCOL.encode(message, out);
        sendBytes(ByteBufUtil.getBytes(out));
    }

    public void sendHex(String hex) throws IOException {
        sendBytes(HexFormat.of().parseHex(hex));
    }

    public void sendBytes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The next message, or empty if none comes or the connection ends. */
    public Optional<Jt808Message> receive() throws IOException {
        return receive(PATIENCE);
    }

    public Optional<Jt808Message> receive(Duration patience) throws IOException {
        socket.setSoTimeout((int) Math.max(1, patience.toMillis()));
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[4096];
        try {
            while (received.isEmpty()) {
                int read = in.read(buffer);
                if (read < 0) {
                    return Optional.empty();
                }
                frames.accept(Unpooled.wrappedBuffer(Arrays.copyOf(buffer, read)), frame -> {
                    if (PROTOCOL.decode(frame) instanceof Decoded.Message<Jt808Message>(Jt808Message message)) {
                        received.add(message);
                    }
                });
            }
        } catch (SocketTimeoutException nothing) {
            return Optional.empty();
        }
        return Optional.of(received.remove());
    }

    /** Whether the platform closes the connection before patience ends; what it says before is dropped. */
    public boolean isClosedByPlatform(Duration patience) throws IOException {
        long until = System.nanoTime() + patience.toNanos();
        byte[] buffer = new byte[4096];
        while (System.nanoTime() < until) {
            socket.setSoTimeout((int) Math.max(1, (until - System.nanoTime()) / 1_000_000));
            try {
                if (socket.getInputStream().read(buffer) < 0) {
                    return true;
                }
            } catch (SocketTimeoutException still) {
                return false;
            } catch (IOException reset) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
