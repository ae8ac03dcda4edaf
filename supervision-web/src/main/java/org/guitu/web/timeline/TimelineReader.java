package org.guitu.web.timeline;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.jdbi.v3.core.Jdbi;

/** Reads timelines of people whom the reader may see, without what he or she may not. Thread-safe. */
public final class TimelineReader {

    /** What wants a permission of its own, by the feature that records it. */
    private static final Map<String, Permission> GUARDED = Map.of(
            "alerts", Permission.VIEW_LIVE,
            "zones", Permission.VIEW_ZONES,
            "rules", Permission.VIEW_ZONES,
            "exchange", Permission.VIEW_EXCHANGE);

    private final Jdbi jdbi;
    private final CaseLog log = new CaseLog();

    public TimelineReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * One page of a timeline.
     *
     * @param entries the newest first
     * @param corrected the entries that some of these correct, by id
     * @param features of which there are entries
     * @param older whether there are more
     */
    record Section(
            List<CaseLog.Recorded> entries, Map<Long, CaseEntry> corrected, List<String> features, boolean older) {}

    /** The entries after so many, of one feature or of all ({@code ""}). */
    Section read(Staff reader, long personId, String feature, int limit, int offset) {
        Set<String> hidden = hidden(reader);
        return jdbi.withHandle(handle -> {
            List<CaseLog.Recorded> found = log.list(handle, personId, feature, hidden, limit + 1, offset);
            boolean older = found.size() > limit;
            List<CaseLog.Recorded> entries = older ? found.subList(0, limit) : found;
            return new Section(
                    entries,
                    log.corrected(handle, personId, entries),
                    log.features(handle, personId).stream()
                            .filter(name -> !hidden.contains(name))
                            .toList(),
                    older);
        });
    }

    /** The newest entries of all features. */
    List<CaseLog.Recorded> newest(Staff reader, long personId, int limit) {
        return jdbi.withHandle(handle -> log.list(handle, personId, "", hidden(reader), limit, 0));
    }

    private static Set<String> hidden(Staff reader) {
        Set<String> hidden = new HashSet<>();
        GUARDED.forEach((feature, permission) -> {
            if (!reader.may(permission)) {
                hidden.add(feature);
            }
        });
        return hidden;
    }
}
