package org.guitu.simulators.city;

import java.util.Locale;

/** What a {@link Site} is; the word is the {@code kind} of the basemap. */
public enum SiteKind {
    RIVER,
    PARK,
    SCHOOL,
    POLICE,
    JUSTICE,
    STATION,
    MARKET,
    DISTRICT;

    /** The word in the basemap, e.g. {@code school}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
