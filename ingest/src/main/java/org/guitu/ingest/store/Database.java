package org.guitu.ingest.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.postgres.PostgresPlugin;

/** The pool of connections to one database, as JDBC and as JDBI. Thread-safe. */
public final class Database implements AutoCloseable {

    private static final int STATEMENT_SHOWN = 120;

    private final DatabaseConfig config;
    private final HikariDataSource dataSource;
    private final Jdbi jdbi;

    private Database(DatabaseConfig config, HikariDataSource dataSource) {
        this.config = config;
        this.dataSource = dataSource;
        this.jdbi = quiet(
                Jdbi.create(dataSource).installPlugin(new PostgresPlugin()).installPlugin(new GeometryPlugin()));
    }

    /** Opens a pool; does not wait for the database to be there, so that a server may start before it. */
    public static Database open(DatabaseConfig config) {
        HikariConfig hikari = new HikariConfig();
        hikari.setJdbcUrl(config.url());
        if (!config.user().isEmpty()) {
            hikari.setUsername(config.user());
        }
        if (!config.password().isEmpty()) {
            hikari.setPassword(config.password());
        }
        hikari.setMaximumPoolSize(config.poolSize());
        hikari.setMinimumIdle(Math.min(4, config.poolSize()));
        hikari.setPoolName("guitu");
        hikari.setConnectionTimeout(5_000);
        hikari.setValidationTimeout(2_000);
        hikari.setInitializationFailTimeout(-1);
        Properties driver = new Properties();
        driver.setProperty("reWriteBatchedInserts", "true");
        driver.setProperty("connectTimeout", "5");
        // A database host that vanishes without a word must not hold a thread for ever.
        driver.setProperty("socketTimeout", "120");
        driver.setProperty("tcpKeepAlive", "true");
        // The detail of an error shows whole rows.
        driver.setProperty("logServerErrorDetail", "false");
        driver.setProperty("ApplicationName", "guitu");
        driver.setProperty(GeometryPlugin.DRIVER_PROPERTY, GeometryPlugin.DRIVER_TYPE);
        hikari.setDataSourceProperties(driver);
        return new Database(config, new HikariDataSource(hikari));
    }

    /** What a statement was given may be a place or a code: exceptions, and so logs, do not repeat it. */
    private static Jdbi quiet(Jdbi jdbi) {
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(Database::withoutArguments);
        return jdbi;
    }

    /** JDBI's own renderings but {@code NONE} all list the arguments; {@code NONE} does not say which statement it was. */
    private static String withoutArguments(StatementException failed) {
        StatementContext context = failed.getStatementContext();
        String sql = context == null ? "" : String.valueOf(context.getRawSql()).strip();
        return "%s [%s]".formatted(failed.getShortMessage(), sql.substring(0, Math.min(sql.length(), STATEMENT_SHOWN)));
    }

    /** Where it is; for those who need a connection outside the pool. */
    public DatabaseConfig config() {
        return config;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** Brings the {@code telemetry} schema up to date. Its own history table lies in that schema. */
    public void migrate() {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("telemetry")
                .defaultSchema("telemetry")
                .createSchemas(true)
                .locations("classpath:db/telemetry")
                .load()
                .migrate();
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
