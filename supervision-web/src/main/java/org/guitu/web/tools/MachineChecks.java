package org.guitu.web.tools;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guitu.ingest.postgres.PostgresBinaries;
import org.jspecify.annotations.Nullable;

/** Looks at what a running Guitu takes from the machine: ports, disk, the database it was told of. */
final class MachineChecks {
    /** The conventional ports; every one of them can be changed. */
    private static final Map<Integer, String> PORTS = Map.of(8080, "HTTP", 5015, "JT/T 808", 5055, "OsmAnd");

    private static final long LEAST_FREE_BYTES = 2L << 30;
    private static final int CONNECT_SECONDS = 5;
    private static final int LOCKS_ADVISED = 256;

    private MachineChecks() {}

    static List<Check> all(@Nullable String databaseUrl) {
        List<Check> checks = new ArrayList<>();
        PORTS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(port -> checks.add(port(port.getKey(), port.getValue())));
        checks.add(disk(Path.of(System.getProperty("user.home"))));
        checks.add(databaseUrl == null || databaseUrl.isBlank() ? noDatabase() : database(databaseUrl));
        return List.copyOf(checks);
    }

    static Check port(int port, String use) {
        String name = "端口 port " + port;
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(port));
            return Check.ok(name, use);
        } catch (IOException taken) {
            return Check.optional(name, use + " · 已被占用 taken", "演示会自动改用其他端口 the demo takes another one by itself");
        }
    }

    static Check disk(Path folder) {
        String name = "磁盘 disk";
        // File asks the system for the path itself; FileStore looks for a mount point, which a container may not show.
        long free = folder.toFile().getUsableSpace();
        String detail = "%.1f GB".formatted(free / 1e9);
        return free >= LEAST_FREE_BYTES
                ? Check.ok(name, detail)
                : Check.missing(name, detail, "至少留出 2 GB free at least 2 GB");
    }

    static Check database(String url) {
        String name = "数据库 database";
        DriverManager.setLoginTimeout(CONNECT_SECONDS);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select current_setting('server_version_num')::int / 10000,
                               exists (select 1 from pg_available_extensions where name = 'postgis'),
                               current_setting('max_locks_per_transaction')::int
                        """)) {
            row.next();
            int major = row.getInt(1);
            if (major < PostgresBinaries.OLDEST_MAJOR) {
                return Check.missing(name, "PostgreSQL " + major, "PostgreSQL 15+");
            }
            if (!row.getBoolean(2)) {
                return Check.missing(
                        name, "PostgreSQL " + major, "PostGIS 3: postgresql-%d-postgis-3".formatted(major));
            }
            // Positions lie in a partition for each day, and a statement over a whole sentence locks them all.
            int locks = row.getInt(3);
            return locks >= LOCKS_ADVISED
                    ? Check.ok(name, "PostgreSQL " + major + " + PostGIS")
                    : Check.optional(
                            name,
                            "PostgreSQL %d + PostGIS, max_locks_per_transaction = %d".formatted(major, locks),
                            "建议 advised: max_locks_per_transaction = " + LOCKS_ADVISED);
        } catch (SQLException unreachable) {
            // The driver's message names host and port, never the password.
            return Check.missing(name, String.valueOf(unreachable.getMessage()), "GUITU_DATABASE_URL");
        }
    }

    private static Check noDatabase() {
        return Check.optional("数据库 database", "未设置 GUITU_DATABASE_URL:演示使用自己的数据库 not set: the demo makes its own", "");
    }
}
