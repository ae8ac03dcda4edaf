package org.guitu.web.cli;

import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.DatabaseConfig;
import org.guitu.web.access.SupervisionSchema;
import org.guitu.web.demo.RunningDemo;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Where the database is: the option, else the environment. */
final class DatabaseOption {

    static final String ENVIRONMENT = "GUITU_DATABASE_URL";

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "jdbc:postgresql://host/name?user=…&password=… (default: $" + ENVIRONMENT + ")")
    private String url = "";

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /** The database that was named. */
    DatabaseConfig config() {
        return config(named());
    }

    private String named() {
        return url.isEmpty() ? System.getenv().getOrDefault(ENVIRONMENT, "") : url;
    }

    private DatabaseConfig config(String from) {
        if (from.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "no database: give --database-url or set " + ENVIRONMENT + " (未指定数据库地址)");
        }
        try {
            return DatabaseConfig.of(from);
        } catch (IllegalArgumentException malformed) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), String.valueOf(malformed.getMessage()), malformed);
        }
    }

    /** Opens the database that was named, else that of the demo running on this machine, with both schemas up to date. */
    Database open() {
        String from = named();
        Database database =
                Database.open(config(from.isEmpty() ? RunningDemo.databaseUrl().orElse("") : from));
        try {
            database.migrate();
            SupervisionSchema.migrate(database.dataSource());
            return database;
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }
}
