package org.guitu.web.demo;

import org.guitu.ingest.postgres.LocalCluster;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.DatabaseConfig;
import org.guitu.simulators.scenario.DemoCast;
import org.guitu.web.access.SupervisionSchema;
import org.jdbi.v3.core.Jdbi;

/** The demo's database: its own cluster or the one it was told of, and what it is filled with. */
final class DemoDatabase {
    private static final int LOADING_CONNECTIONS = 4;

    private DemoDatabase() {}

    /** Starts the demo's own cluster unless it was told of a database; where it is. */
    static DatabaseConfig start(DemoOptions options, DemoFolder folder, Progress progress, Closing closing) {
        if (options.databaseUrl().isPresent()) {
            return DatabaseConfig.of(options.databaseUrl().get());
        }
        progress.step("启动 PostgreSQL", "starting PostgreSQL");
        LocalCluster cluster = closing.add(LocalCluster.in(folder.cluster()));
        cluster.start();
        return DatabaseConfig.of(cluster.url());
    }

    /**
     * Migrates, and enters the cast or brings it up to date.
     *
     * @return whether this is the first start on this database
     */
    static boolean fill(DatabaseConfig config, DemoCast cast, Progress progress) {
        DatabaseConfig loading =
                new DatabaseConfig(config.url(), config.user(), config.password(), LOADING_CONNECTIONS);
        try (Database database = Database.open(loading)) {
            progress.step("建立数据表", "migrating the schemas");
            database.migrate();
            SupervisionSchema.migrate(database.dataSource());
            return fill(database.jdbi(), cast, progress);
        }
    }

    private static boolean fill(Jdbi jdbi, DemoCast cast, Progress progress) {
        return switch (DemoOffices.content(jdbi)) {
            case NOTHING -> {
                progress.step("录入演示城市的机构、人员、设备和区域", "entering the demo city: offices, people, devices, zones");
                DemoOffices offices = DemoOffices.make(jdbi, cast);
                new DemoPeople(jdbi, offices, cast.start()).enter(cast);
                new DemoCases(jdbi, offices, cast.start()).enter(cast);
                yield true;
            }
            case THE_DEMO -> {
                progress.step("沿用已有数据", "keeping the data of the last run");
                new DemoRefresh(jdbi, cast.start()).refresh(cast);
                yield false;
            }
            case SOMETHING_ELSE ->
                throw new DemoException(
                        "GUITU_DATABASE_URL 指向的数据库已有其他数据，演示不会写入",
                        "the database of GUITU_DATABASE_URL holds other data; the demo does not touch it");
        };
    }
}
