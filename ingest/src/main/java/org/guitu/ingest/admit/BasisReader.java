package org.guitu.ingest.admit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.ingest.store.Times;
import org.jdbi.v3.core.Handle;

/** Reads bases as they stand in the caller's transaction: the answer that counts. */
public final class BasisReader {

    /** What {@link #read} needs of {@code telemetry.basis}. */
    public static final String COLUMNS = "subject_id, device_id, valid_from, valid_to, hours::text as hours";

    /** The bases of some devices, past ones included, by device. */
    public Map<Long, List<Basis>> ofDevices(Handle handle, Collection<Long> deviceIds) {
        Map<Long, List<Basis>> bases = HashMap.newHashMap(deviceIds.size());
        handle.createQuery("select " + COLUMNS + " from telemetry.basis where device_id = any(:devices)"
                        + " order by device_id, valid_from, basis_id")
                .bind("devices", deviceIds.toArray(Long[]::new))
                .map((row, context) -> read(row))
                .forEach(basis -> bases.computeIfAbsent(basis.deviceId(), id -> new ArrayList<>())
                        .add(basis));
        return bases;
    }

    /** The basis a row with all of its columns stands for. */
    public static Basis read(ResultSet row) throws SQLException {
        return new Basis(
                row.getLong("subject_id"),
                row.getLong("device_id"),
                Times.get(row, "valid_from"),
                Times.get(row, "valid_to"),
                Optional.ofNullable(row.getString("hours")).map(HoursJson::read));
    }
}
