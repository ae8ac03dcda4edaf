package org.guitu.web.access;

import org.jdbi.v3.core.Handle;

/**
 * How the database plans queries that ask about a scope. An office has a thousandth of the people of a province: a plan made for any scope,
 * which a prepared statement gets after a few uses, reads everybody for one or sorts everything for the other.
 */
public final class ScopePlans {

    private ScopePlans() {}

    /** Has every query of this transaction planned for what it asks about. */
    public static void each(Handle handle) {
        handle.execute("set local plan_cache_mode = force_custom_plan");
    }
}
