package org.guitu.web.demo;

import org.jdbi.v3.core.Handle;

/** What the demo's county has set for itself. */
final class DemoFigures {

    private DemoFigures() {}

    /** Lets phones be located day and night, so that a visitor sees them move; what somebody has set since stays. */
    static void enter(Handle handle, long countyId) {
        handle.createUpdate("""
                        insert into supervision.limit_value (limit_key, organisation_id, unit, value, valid_from, source)
                        select 'orders.phone-continuous-allowed', :county, 'YES_NO', 1, '2020-07-01', '演示：本县允许手机连续定位'
                         where not exists (select 1 from supervision.limit_value
                                            where limit_key = 'orders.phone-continuous-allowed' and organisation_id = :county)""").bind("county", countyId).execute();
    }
}
