package org.guitu.ingest;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Every setting of ingest. {@link #of} reads the same names, in lower case with hyphens, after {@code ingest.}: {@code ingest.jt808-port}.
 *
 * @param bindAddress address the servers listen on
 * @param jt808Port TCP port for JT/T 808; 0 for any free one, -1 for none
 * @param osmandPort HTTP port for phones; 0 for any free one, -1 for none
 * @param ioThreads event loops; 0 for Netty's own choice
 * @param connectionsMax connections of one server
 * @param connectionsPerAddressMax connections from one address; carriers hide thousands of devices behind one
 * @param terminalsPerConnectionMax terminals that may authenticate on one connection
 * @param pendingPerConnectionMax acknowledgements of one connection that may wait for their commit
 * @param malformedPerConnectionMax unreadable frames before a connection is closed
 * @param authTimeout how long a connection may be open without an authenticated terminal
 * @param idleTimeout how long a connection may say nothing
 * @param frameTimeout how long one frame may take
 * @param requestTimeout how long one HTTP request may take to come in, and to be stored
 * @param shards writers of the log, each with a database connection
 * @param waitingMax entries waiting for one shard before reading stops
 * @param batchMax entries in one transaction
 * @param retention days of positions that get partitions of their own
 * @param partitionsAhead days made in advance
 * @param quarantineRetention how long refused frames are kept
 * @param rawItemsPerDeviceMax distinct raw items kept of one device
 */
public record IngestConfig(
        String bindAddress,
        int jt808Port,
        int osmandPort,
        int ioThreads,
        int connectionsMax,
        int connectionsPerAddressMax,
        int terminalsPerConnectionMax,
        int pendingPerConnectionMax,
        int malformedPerConnectionMax,
        Duration authTimeout,
        Duration idleTimeout,
        Duration frameTimeout,
        Duration requestTimeout,
        int shards,
        int waitingMax,
        int batchMax,
        Duration retention,
        int partitionsAhead,
        Duration quarantineRetention,
        int rawItemsPerDeviceMax) {

    private static final String PREFIX = "ingest.";

    public IngestConfig {
        port("jt808-port", jt808Port);
        port("osmand-port", osmandPort);
        between("io-threads", ioThreads, 0, 1_024);
        between("connections-max", connectionsMax, 1, 10_000_000);
        between("connections-per-address-max", connectionsPerAddressMax, 1, 10_000_000);
        between("terminals-per-connection-max", terminalsPerConnectionMax, 1, 100_000);
        between("pending-per-connection-max", pendingPerConnectionMax, 1, 100_000);
        between("malformed-per-connection-max", malformedPerConnectionMax, 1, 1_000_000);
        positive("auth-timeout", authTimeout);
        positive("idle-timeout", idleTimeout);
        positive("frame-timeout", frameTimeout);
        positive("request-timeout", requestTimeout);
        between("shards", shards, 1, 256);
        between("waiting-max", waitingMax, 1, 10_000_000);
        between("batch-max", batchMax, 1, 100_000);
        positive("retention", retention);
        between("partitions-ahead", partitionsAhead, 0, 14);
        positive("quarantine-retention", quarantineRetention);
        between("raw-items-per-device-max", rawItemsPerDeviceMax, 0, 1_000_000);
    }

    /** The conventional ports on all addresses, and limits that suit a county. */
    public static IngestConfig defaults() {
        return of(Map.of());
    }

    /**
     * Reads settings; what is not there has its default.
     *
     * @throws IllegalArgumentException for a value that is out of its range, or an unknown name after {@code ingest.}
     */
    public static IngestConfig of(Map<String, String> settings) {
        Map<String, String> left = new HashMap<>();
        settings.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                left.put(name.substring(PREFIX.length()), value);
            }
        });
        IngestConfig config = new IngestConfig(
                text(left, "bind-address", "0.0.0.0"),
                number(left, "jt808-port", 5015),
                number(left, "osmand-port", 5055),
                number(left, "io-threads", 0),
                number(left, "connections-max", 50_000),
                number(left, "connections-per-address-max", 5_000),
                number(left, "terminals-per-connection-max", 256),
                number(left, "pending-per-connection-max", 64),
                number(left, "malformed-per-connection-max", 20),
                duration(left, "auth-timeout", Duration.ofSeconds(60)),
                duration(left, "idle-timeout", Duration.ofMinutes(30)),
                duration(left, "frame-timeout", Duration.ofSeconds(30)),
                duration(left, "request-timeout", Duration.ofSeconds(20)),
                number(left, "shards", 4),
                number(left, "waiting-max", 20_000),
                number(left, "batch-max", 2_000),
                duration(left, "retention", Duration.ofDays(1_096)),
                number(left, "partitions-ahead", 3),
                duration(left, "quarantine-retention", Duration.ofDays(90)),
                number(left, "raw-items-per-device-max", 500));
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("unknown settings: " + left.keySet());
        }
        return config;
    }

    public IngestConfig withBind(String address) {
        return with("bind-address", address);
    }

    public IngestConfig withPorts(int jt808, int osmand) {
        return with("jt808-port", Integer.toString(jt808)).with("osmand-port", Integer.toString(osmand));
    }

    /** The same with one setting changed; the name is without {@code ingest.}. */
    public IngestConfig with(String name, String value) {
        Map<String, String> settings = toMap();
        settings.put(PREFIX + name, value);
        return of(settings);
    }

    /** The settings as {@link #of} reads them. */
    public Map<String, String> toMap() {
        Map<String, String> map = new HashMap<>();
        map.put("ingest.bind-address", bindAddress);
        map.put("ingest.jt808-port", Integer.toString(jt808Port));
        map.put("ingest.osmand-port", Integer.toString(osmandPort));
        map.put("ingest.io-threads", Integer.toString(ioThreads));
        map.put("ingest.connections-max", Integer.toString(connectionsMax));
        map.put("ingest.connections-per-address-max", Integer.toString(connectionsPerAddressMax));
        map.put("ingest.terminals-per-connection-max", Integer.toString(terminalsPerConnectionMax));
        map.put("ingest.pending-per-connection-max", Integer.toString(pendingPerConnectionMax));
        map.put("ingest.malformed-per-connection-max", Integer.toString(malformedPerConnectionMax));
        map.put("ingest.auth-timeout", authTimeout.toString());
        map.put("ingest.idle-timeout", idleTimeout.toString());
        map.put("ingest.frame-timeout", frameTimeout.toString());
        map.put("ingest.request-timeout", requestTimeout.toString());
        map.put("ingest.shards", Integer.toString(shards));
        map.put("ingest.waiting-max", Integer.toString(waitingMax));
        map.put("ingest.batch-max", Integer.toString(batchMax));
        map.put("ingest.retention", retention.toString());
        map.put("ingest.partitions-ahead", Integer.toString(partitionsAhead));
        map.put("ingest.quarantine-retention", quarantineRetention.toString());
        map.put("ingest.raw-items-per-device-max", Integer.toString(rawItemsPerDeviceMax));
        return map;
    }

    private static String text(Map<String, String> left, String name, String otherwise) {
        String value = left.remove(name);
        return value == null ? otherwise : value;
    }

    private static int number(Map<String, String> left, String name, int otherwise) {
        String value = left.remove(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(PREFIX + name + " must be a number", wrong);
        }
    }

    private static Duration duration(Map<String, String> left, String name, Duration otherwise) {
        String value = left.remove(name);
        try {
            return value == null ? otherwise : Duration.parse(value.strip());
        } catch (java.time.format.DateTimeParseException wrong) {
            throw new IllegalArgumentException(PREFIX + name + " must be a duration such as PT30S", wrong);
        }
    }

    private static void port(String name, int value) {
        between(name, value, -1, 65_535);
    }

    private static void between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(PREFIX + name + " must be from " + least + " to " + most);
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(PREFIX + name + " must be longer than nothing");
        }
    }
}
