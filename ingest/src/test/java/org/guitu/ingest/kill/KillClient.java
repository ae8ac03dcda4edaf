package org.guitu.ingest.kill;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.ingest.TestBracelet;
import org.guitu.protocols.jt808.Jt808Location;
import org.guitu.protocols.jt808.Jt808Message;

/**
 * A bracelet in a process of its own: {@code KillClient PORT PHONE FIRST-SECOND COUNT FILE}. Sends COUNT reports, one for each second from
 * FIRST-SECOND on, keeps a window of them unanswered, and writes the second of each report to FILE when it is acknowledged. When the
 * connection is lost it connects again and sends what was not acknowledged, as a terminal does: from its store, in a batch, then on.
 */
public final class KillClient {

    private static final int WINDOW = 32;

    private KillClient() {}

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        long first = Long.parseLong(args[2]);
        int count = Integer.parseInt(args[3]);
        Path file = Path.of(args[4]);
        boolean[] acknowledged = new boolean[count];
        int left = count;
        while (left > 0) {
            try (TestBracelet bracelet = TestBracelet.authenticated(port, args[1], "code")) {
                left -= send(bracelet, first, acknowledged, file);
            } catch (IOException | RuntimeException lost) {
                left = 0;
                for (boolean done : acknowledged) {
                    left += done ? 0 : 1;
                }
                pause();
            }
        }
    }

    private static int send(TestBracelet bracelet, long first, boolean[] acknowledged, Path file) throws IOException {
        Map<Integer, List<Integer>> waiting = new HashMap<>();
        int done = 0;
        try (Writer out = Files.newBufferedWriter(
                file, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int i = 0; i < acknowledged.length; i++) {
                if (!acknowledged[i]) {
                    Jt808Message message = i % 7 == 0
                            ? new Jt808Message.Batch(bracelet.header(), 1, List.of(fix(first + i)), 0)
                            : new Jt808Message.Location(bracelet.header(), fix(first + i));
                    waiting.put(message.header().serial(), List.of(i));
                    bracelet.send(message);
                }
                while (waiting.size() >= WINDOW || (i == acknowledged.length - 1 && !waiting.isEmpty())) {
                    Optional<Jt808Message> reply = bracelet.receive(Duration.ofSeconds(15));
                    if (!(reply.orElse(null) instanceof Jt808Message.PlatformReply answer)) {
                        throw new IOException("connection lost");
                    }
                    for (int index : waiting.getOrDefault(answer.ackSerial(), List.of())) {
                        if (answer.result() == 0 && !acknowledged[index]) {
                            acknowledged[index] = true;
                            done++;
                            out.write(first + index + "\n");
                            out.flush();
                        }
                    }
                    waiting.remove(answer.ackSerial());
                }
            }
        }
        return done;
    }

    private static Jt808Location fix(long second) {
        return Jt808Location.fix(Instant.ofEpochSecond(second), 31.2304, 121.4737 + (second % 1000) * 1e-6);
    }

    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
}
