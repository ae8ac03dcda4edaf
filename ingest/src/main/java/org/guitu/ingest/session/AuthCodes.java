package org.guitu.ingest.session;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.guitu.ingest.admit.Device;
import org.guitu.ingest.admit.DeviceBook;
import org.guitu.ingest.store.Database;

/** Issues the codes that terminals authenticate with. A device has one code until the case side gives it another. Thread-safe. */
public final class AuthCodes {

    private static final int CODE_BYTES = 8;

    private final Database database;
    private final DeviceBook book;
    private final Executor blocking;
    private final SecureRandom random = new SecureRandom();

    public AuthCodes(Database database, DeviceBook book, Executor blocking) {
        this.database = database;
        this.book = book;
        this.blocking = blocking;
    }

    /** The device's code; a new one is durable before the stage completes. */
    public CompletionStage<String> issue(Device device) {
        return device.authCode()
                .<CompletionStage<String>>map(CompletableFuture::completedFuture)
                .orElseGet(() -> CompletableFuture.supplyAsync(() -> store(device.id()), blocking));
    }

    private String store(long deviceId) {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        String code = database.jdbi()
                .withHandle(handle -> handle.select(
                                "update telemetry.device set auth_code = coalesce(auth_code, ?), change_xid = pg_current_xact_id()"
                                        + " where device_id = ? returning auth_code",
                                HexFormat.of().formatHex(bytes),
                                deviceId)
                        .mapTo(String.class)
                        .one());
        book.refresh();
        return code;
    }
}
