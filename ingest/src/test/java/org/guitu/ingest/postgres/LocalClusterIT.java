package org.guitu.ingest.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalClusterIT {
    private Path folder = Path.of("");

    @BeforeEach
    void chooseFolder() throws IOException {
        folder = Files.createTempDirectory("guitu-cluster-");
    }

    @AfterEach
    void deleteFolder() throws IOException {
        if (LocalCluster.isClusterFolder(folder)) {
            LocalCluster.in(folder).delete();
        }
        ClusterFolder.deleteTree(folder);
    }

    @Test
    void secondStartKeepsTheData() throws SQLException {
        try (LocalCluster cluster = LocalCluster.in(folder)) {
            cluster.start();
            execute(cluster, "create table kept as select 7 as value");
        }
        try (LocalCluster cluster = LocalCluster.in(folder)) {
            assertThat(cluster.isRunning()).isFalse();
            cluster.start();
            assertThat(query(cluster, "select value from kept")).isEqualTo("7");
        }
    }

    @Test
    void durabilityIsOnAndOnlyThisMachineIsHeard() throws SQLException {
        try (LocalCluster cluster = LocalCluster.in(folder)) {
            cluster.start();
            assertThat(query(cluster, "show fsync")).isEqualTo("on");
            assertThat(query(cluster, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(cluster, "show listen_addresses")).isEqualTo("127.0.0.1");
            execute(cluster, "create extension postgis");
        }
    }

    @Test
    void aRunningClusterIsFoundByItsFolderAndAStoppedOneIsNot() {
        assertThat(LocalCluster.runningUrl(folder)).isEmpty();
        try (LocalCluster cluster = LocalCluster.in(folder)) {
            assertThat(LocalCluster.runningUrl(folder)).isEmpty();
            cluster.start();
            assertThat(LocalCluster.runningUrl(folder)).contains(cluster.url());
        }
        assertThat(LocalCluster.runningUrl(folder)).isEmpty();
    }

    @Test
    void committedRowsOutliveAKillAndTheAddressStays() throws SQLException {
        try (LocalCluster cluster = LocalCluster.in(folder)) {
            cluster.start();
            String url = cluster.url();
            execute(cluster, "create table kept as select 8 as value");
            cluster.kill();
            assertThat(cluster.isRunning()).isFalse();
            cluster.start();
            assertThat(cluster.url()).isEqualTo(url);
            assertThat(query(cluster, "select value from kept")).isEqualTo("8");
        }
    }

    @Test
    void aPidFileThatNamesAStrangerIsStale() throws IOException {
        try (LocalCluster cluster = LocalCluster.in(folder)) {
            cluster.start();
            cluster.stop();
            Files.writeString(
                    folder.resolve("data/postmaster.pid"),
                    ProcessHandle.current().pid() + "\n" + folder + "/data\n");
            cluster.start();
            assertThat(cluster.isRunning()).isTrue();
        }
    }

    @Test
    void aServerLeftRunningIsTakenOver() throws IOException {
        LocalCluster killed = LocalCluster.in(folder);
        killed.start();
        String url = killed.url();
        killed.letGo();
        try (LocalCluster cluster = LocalCluster.in(folder)) {
            cluster.start();
            assertThat(cluster.url()).isEqualTo(url);
        }
        assertThat(killed.isRunning()).isFalse();
    }

    @Test
    void twoHoldersOfOneFolderAreRefused() {
        try (LocalCluster cluster = LocalCluster.in(folder)) {
            assertThatThrownBy(() -> LocalCluster.in(folder)).hasMessageContaining("another Guitu");
            assertThat(cluster.isRunning()).isFalse();
        }
    }

    @Test
    void aForeignFolderIsNotTouched() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "mine");
        assertThatThrownBy(() -> LocalCluster.in(folder)).hasMessageContaining("not made by Guitu");
        assertThat(folder.resolve("thesis.txt")).hasContent("mine");
    }

    private static void execute(LocalCluster cluster, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(cluster.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(LocalCluster cluster, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(cluster.url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
