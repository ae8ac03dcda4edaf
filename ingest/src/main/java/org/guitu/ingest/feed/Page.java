package org.guitu.ingest.feed;

import java.util.List;

/**
 * A stretch of changes.
 *
 * @param items in the order of the cursor; a thing that changed twice appears once, where it changed last
 * @param next from where to read on; the cursor asked with if there was nothing new
 */
public record Page<T>(List<T> items, Cursor next) {

    public Page {
        items = List.copyOf(items);
    }
}
