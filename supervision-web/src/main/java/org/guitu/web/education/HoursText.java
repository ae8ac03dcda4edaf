package org.guitu.web.education;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.guitu.web.form.Fields;

/** Hours as people write them, {@code 1.5}, and the minutes they are. */
final class HoursText {

    private static final int MINUTES_MIN = 15;
    private static final int MINUTES_MAX = 720;

    private HoursText() {}

    /** Minutes of hours as written: a quarter of an hour to twelve hours; the least stands in where there is a problem. */
    static int minutes(String field, String raw, Fields fields) {
        String text = raw.strip();
        if (text.matches("[0-9]{1,2}([.][0-9]{1,2})?")) {
            int minutes = new BigDecimal(text)
                    .multiply(BigDecimal.valueOf(60))
                    .setScale(0, RoundingMode.HALF_UP)
                    .intValueExact();
            if (minutes >= MINUTES_MIN && minutes <= MINUTES_MAX) {
                return minutes;
            }
        }
        fields.problem(field, "education.error.hours");
        return MINUTES_MIN;
    }

    /** {@code 90} as {@code 1.5}. */
    static String hours(int minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
