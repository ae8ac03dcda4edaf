package org.guitu.web.access;

import java.time.ZoneId;

/**
 * One node of the tree of organisations.
 *
 * @param id its key
 * @param name as people write it, in the language of the place
 * @param level how high it stands
 * @param zone the time zone its times are shown in
 * @param path the ids from the root down to it, e.g. {@code /1/4/}; a subtree is what begins with it
 */
public record Organisation(long id, String name, Level level, ZoneId zone, String path) {

    /** How high an organisation stands, highest first. */
    public enum Level {
        PROVINCE,
        CITY,
        COUNTY,
        OFFICE,
        STATION
    }

    /** Whether the other one is this one or below it. */
    public boolean covers(Organisation other) {
        return other.path.startsWith(path);
    }
}
