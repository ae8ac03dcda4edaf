package org.guitu.ingest;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.guitu.ingest.postgres.LocalCluster;
import org.guitu.ingest.postgres.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fresh PostgreSQL database for one test class, dropped at its end. One server serves the whole JVM: the one that
 * GUITU_TEST_DATABASE_URL names, else a container where a Docker engine answers, else the machine's own binaries in a
 * temporary folder. Without any of them the test fails; it is never skipped.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final PostgresFixture POSTGRES = PostgresFixture.prepared("telemetry", url -> migrate(url));
 * }</pre>
 */
public final class PostgresFixture implements BeforeAllCallback, AfterAllCallback {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();

    private final String template;
    private final Consumer<String> prepare;
    private @Nullable String database;

    private PostgresFixture(String template, Consumer<String> prepare) {
        this.template = template;
        this.prepare = prepare;
    }

    /** A database that holds nothing yet. */
    public static PostgresFixture empty() {
        return new PostgresFixture("empty", url -> {});
    }

    /**
     * A copy of a template that is prepared once per JVM.
     *
     * @param template its name, lower-case letters; the same name must mean the same preparation
     * @param prepare gets the template's JDBC address and must close every connection it opens
     */
    public static PostgresFixture prepared(String template, Consumer<String> prepare) {
        return new PostgresFixture(template, prepare);
    }

    /** A server of the test's own, to stop and kill as it likes; the caller deletes it. */
    public static LocalCluster privateCluster() {
        return TestServer.localCluster();
    }

    /** JDBC address of this class's database, with user and password. */
    public String url() {
        if (database == null) {
            throw new IllegalStateException("the fixture must be a static @RegisterExtension field");
        }
        return TestServer.get().url(database);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        String from = TEMPLATES.computeIfAbsent(template, this::makeTemplate);
        String name = unique("test");
        execute("create database " + name + " template " + from);
        database = name;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (database != null) {
            drop(database);
            database = null;
        }
    }

    private String makeTemplate(String name) {
        String made = unique("template_" + name);
        execute("create database " + made);
        TestServer.get().atEnd(() -> drop(made));
        prepare.accept(TestServer.get().url(made));
        return made;
    }

    private static void drop(String name) {
        execute("drop database if exists " + name + " with (force)");
    }

    private static String unique(String stem) {
        return "guitu_%s_%d_%d".formatted(stem, ProcessHandle.current().pid(), COUNTER.incrementAndGet());
    }

    private static void execute(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(TestServer.get().adminUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }
}
