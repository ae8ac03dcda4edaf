package org.guitu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresFixtureIT {
    @RegisterExtension
    static final PostgresFixture POSTGRES = PostgresFixture.prepared("fixture", PostgresFixtureIT::createExtension);

    @Test
    void everyClassGetsItsCopyOfTheTemplateWithPostgis() throws SQLException {
        try (Connection connection = DriverManager.getConnection(POSTGRES.url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select current_database(), postgis_version()")) {
            rows.next();
            assertThat(rows.getString(1)).startsWith("guitu_test_");
            assertThat(rows.getString(2)).startsWith("3.");
        }
    }

    private static void createExtension(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create extension postgis");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
