package org.guitu.protocols.osmand;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.guitu.protocols.osmand.OsmAndMessage.DeviceTime;

/** The spellings of time that were seen: seconds or milliseconds since 1970, ISO-8601, and a date without zone. */
final class Times {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,9})?");
    /** An unescaped plus sign in a query arrives as a space. */
    private static final Pattern LOST_PLUS = Pattern.compile("(.*T.*) (\\d\\d:?\\d\\d)");

    /** From here on a number counts milliseconds. */
    private static final double MILLISECONDS_FROM = 1L << 31;

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Times() {}

    static DeviceTime parse(String spelt) {
        String text = spelt.strip();
        if (text.isEmpty()) {
            return new DeviceTime.Absent();
        }
        if (NUMBER.matcher(text).matches()) {
            return ofEpoch(text);
        }
        try {
            String zoned = LOST_PLUS.matcher(text).replaceFirst("$1+$2");
            return checked(OffsetDateTime.parse(zoned).toInstant(), text);
        } catch (DateTimeParseException withoutZone) {
            return ofLocal(text);
        }
    }

    private static DeviceTime ofEpoch(String text) {
        double number = Double.parseDouble(text);
        boolean whole = text.indexOf('.') < 0;
        try {
            Instant instant;
            if (number >= MILLISECONDS_FROM) {
                instant = Instant.ofEpochMilli(whole ? Long.parseLong(text) : (long) number);
            } else {
                instant = whole
                        ? Instant.ofEpochSecond(Long.parseLong(text))
                        : Instant.ofEpochMilli(Math.round(number * 1000));
            }
            return checked(instant, text);
        } catch (DateTimeException outOfRange) {
            return new DeviceTime.Invalid(text);
        }
    }

    private static DeviceTime ofLocal(String text) {
        try {
            Instant instant = LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
            return checked(instant, text) instanceof DeviceTime.At
                    ? new DeviceTime.Zoneless(instant, text)
                    : new DeviceTime.Invalid(text);
        } catch (DateTimeParseException notADate) {
            return new DeviceTime.Invalid(text);
        }
    }

    private static DeviceTime checked(Instant instant, String text) {
        return instant.isBefore(Instant.EPOCH) || instant.isAfter(LAST)
                ? new DeviceTime.Invalid(text)
                : new DeviceTime.At(instant);
    }
}
