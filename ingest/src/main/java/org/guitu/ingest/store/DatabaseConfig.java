package org.guitu.ingest.store;

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

    /** Never shows the password. */
    @Override
    public String toString() {
        return "DatabaseConfig[user=" + user + ", poolSize=" + poolSize + "]";
    }
}
