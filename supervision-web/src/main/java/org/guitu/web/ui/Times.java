package org.guitu.web.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.guitu.web.access.Lang;

/** Instants and dates as staff read them: in the organisation's zone, digits only, the same in both languages. */
public final class Times {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final ZoneId zone;
    private final Lang lang;

    public Times(ZoneId zone, Lang lang) {
        this.zone = zone;
        this.lang = lang;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The zone's name in the reader's language, for the foot of a page. */
    public String zoneName() {
        return zone.getDisplayName(java.time.format.TextStyle.SHORT, lang.locale()) + " (" + zone.getId() + ")";
    }

    public String date(LocalDate date) {
        return DATE.format(date);
    }

    public String date(Instant instant) {
        return DATE.format(instant.atZone(zone));
    }

    public String minute(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }

    public String second(Instant instant) {
        return SECOND.format(instant.atZone(zone));
    }

    /** The time of day alone. */
    public String clock(Instant instant) {
        return CLOCK.format(instant.atZone(zone));
    }

    /** For {@code <time datetime>}: always UTC. */
    public String iso(Instant instant) {
        return instant.toString();
    }
}
