package org.guitu.ingest.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guitu.ingest.admit.Basis;
import org.guitu.ingest.admit.BasisReader;
import org.guitu.ingest.store.PositionRow;
import org.jdbi.v3.core.Handle;

/**
 * Whose reports are judged when a subject carries two devices. While a bracelet is authorised it alone speaks for its subject: a phone left
 * at home must not vouch for a bracelet that went out, nor its silence on straps close an opened one. What the phone says is stored.
 */
final class Speakers {

    private static final Speakers ALL = new Speakers(List.of());

    private final List<Basis> authorisations;

    private Speakers(List<Basis> authorisations) {
        this.authorisations = authorisations;
    }

    /** Of each of these subjects, as the bases stand in the transaction. */
    static Map<Long, Speakers> of(Handle handle, Collection<Long> subjectIds) {
        Map<Long, List<Basis>> bases = new HashMap<>();
        handle.createQuery("select " + BasisReader.COLUMNS + " from telemetry.basis"
                        + " where kind = 'AUTHORISATION' and subject_id = any(:ids) and valid_from < valid_to")
                .bind("ids", subjectIds.toArray(Long[]::new))
                .map((row, context) -> BasisReader.read(row))
                .forEach(basis -> bases.computeIfAbsent(basis.subjectId(), id -> new ArrayList<>())
                        .add(basis));
        Map<Long, Speakers> speakers = new HashMap<>();
        subjectIds.forEach(id -> speakers.put(id, bases.containsKey(id) ? new Speakers(bases.get(id)) : ALL));
        return speakers;
    }

    /** Whether a stored report is part of the timeline that is judged. */
    boolean hears(PositionRow row) {
        return hears(row.deviceId(), row.fixTime());
    }

    /** Whether a device speaks for its subject at an instant. */
    boolean hears(long deviceId, Instant at) {
        boolean another = false;
        for (Basis basis : authorisations) {
            if (basis.covers(at)) {
                if (basis.deviceId() == deviceId) {
                    return true;
                }
                another = true;
            }
        }
        return !another;
    }

    /** Whether a stored report came from a bracelet that was authorised then. */
    boolean isBracelet(PositionRow row) {
        return authorisations.stream()
                .anyMatch(basis -> basis.deviceId() == row.deviceId() && basis.covers(row.fixTime()));
    }
}
