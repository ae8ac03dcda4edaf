package org.guitu.web.access;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The {@code supervision} schema, written by this module alone. */
public final class SupervisionSchema {

    private SupervisionSchema() {}

    /** Brings the schema up to date. Its own history table lies in it. */
    public static void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("supervision")
                .defaultSchema("supervision")
                .createSchemas(true)
                .locations("classpath:db/supervision")
                .load()
                .migrate();
    }
}
