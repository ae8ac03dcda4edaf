package org.guitu.web.zones;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guitu.ingest.registry.PlaceSpec;

/**
 * What a file would do to a group, or why it will not do.
 *
 * @param kept places that are there already, with the same name and ground
 * @param faults if there are any, nothing can be applied
 * @param uploadId of the file that waits to be applied; 0 if it cannot be
 */
record PlaceChange(int added, int kept, int removed, List<PlaceFile.Fault> faults, long uploadId) {

    PlaceChange {
        faults = List.copyOf(faults);
    }

    static PlaceChange of(List<PlaceSpec> present, PlaceFile file) {
        Set<PlaceSpec> before = new HashSet<>(present);
        int kept = (int) file.places().stream().filter(before::contains).count();
        return new PlaceChange(file.places().size() - kept, kept, present.size() - kept, file.faults(), 0);
    }

    PlaceChange waiting(long upload) {
        return new PlaceChange(added, kept, removed, faults, upload);
    }
}
