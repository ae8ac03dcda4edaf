package org.guitu.web.demo;

import org.guitu.ingest.IngestAssembly;

/** What the visitor reads once everything runs: where to go and how to get in. */
final class DemoWelcome {
    private DemoWelcome() {}

    static void say(Progress progress, DemoOptions options, DemoFolder folder, int port, IngestAssembly ingest) {
        progress.say("");
        progress.say("  归途 Guitu    %s://localhost:%d/".formatted(options.tls() ? "https" : "http", port));
        progress.say("  登录 sign in");
        for (DemoSignIn signIn : DemoSignIn.ALL) {
            progress.say("    %-8s %s    %s".formatted(signIn.userName(), DemoSignIn.PASSWORD, signIn.words()));
        }
        progress.say("  设备端口 device ports    JT/T 808 %d · OsmAnd %d"
                .formatted(ingest.port("jt808"), ingest.port("osmand")));
        progress.say(
                "  数据 data    %s".formatted(options.databaseUrl().isPresent() ? "GUITU_DATABASE_URL" : folder.root()));
        progress.say("  按 Ctrl-C 停止 · Ctrl-C stops everything");
        progress.say("");
    }
}
