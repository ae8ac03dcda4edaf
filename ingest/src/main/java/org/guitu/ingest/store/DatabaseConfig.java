package org.guitu.ingest.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where the database is.
 *
 * @param url JDBC URL of a PostgreSQL 15 or newer with PostGIS
 * @param user may be empty when the URL names one
 * @param password may be empty
 * @param poolSize connections at most, at least 4
 */
public record DatabaseConfig(String url, String user, String password, int poolSize) {

    /** Enough for the pipeline's shards and lanes and a few readers. */
    public static final int DEFAULT_POOL_SIZE = 12;

    public DatabaseConfig {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("a database URL must begin with jdbc:postgresql:");
        }
        if (poolSize < 4) {
            throw new IllegalArgumentException("poolSize must be at least 4");
        }
    }

    /** User and password stand in the URL, if any are needed. */
    public static DatabaseConfig of(String jdbcUrl) {
        return new DatabaseConfig(jdbcUrl, "", "", DEFAULT_POOL_SIZE);
    }

    /** A connection of one's own, outside any pool: for what listens, or must not wait for others. */
    public Connection connect() throws SQLException {
        Properties driver = new Properties();
        driver.setProperty("connectTimeout", "5");
        driver.setProperty("tcpKeepAlive", "true");
        driver.setProperty("ApplicationName", "guitu");
        if (!user.isEmpty()) {
            driver.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            driver.setProperty("password", password);
        }
        return DriverManager.getConnection(url, driver);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "DatabaseConfig[user=" + user + ", poolSize=" + poolSize + "]";
    }
}
