package org.guitu.web.access;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What may be done with staff. */
public final class StaffService {

    private final Jdbi jdbi;
    private final StaffStore store;

    public StaffService(Jdbi jdbi, StaffStore store) {
        this.jdbi = jdbi;
        this.store = store;
    }

    /** Everyone in the reader's own subtree. */
    public List<StaffStore.Entry> list(Staff reader) {
        return jdbi.withHandle(handle -> store.list(handle, reader.scope()));
    }
}
