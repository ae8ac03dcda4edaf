package org.guitu.web.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The same inputs give the same bytes: again, in another country, in another time zone, and from what was stored. */
class StabilityTest {

    @Test
    void localeAndTimeZoneDoNotMatter() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String here = lines();
        try {
            for (String tag : List.of("ar-EG-u-nu-arab", "tr-TR", "th-TH-u-ca-buddhist", "de-DE")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertThat(lines()).as(tag).isEqualTo(here);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void aStoredScoreCanBeComputedAgain() {
        Cases.all().forEach(row -> {
            Instrument instrument = Instruments.shipped().find(row.instrument()).orElseThrow();
            if (Assessor.assess(instrument, row.given()) instanceof Score score) {
                Instrument stored = Instruments.shipped()
                        .find(score.instrument(), score.version())
                        .orElseThrow();
                Assessed again = Assessor.assess(stored, score.inputs());
                assertThat(again).isInstanceOf(Score.class);
                assertThat(((Score) again).results()).isEqualTo(score.results());
                assertThat(((Score) again).contributions()).isEqualTo(score.contributions());
            }
        });
    }

    /** What is shown beside a score is what made it. */
    @Test
    void contributionsAddUpToTheScore() {
        for (String instrument : List.of("ovp1", "ogp1", "workload-points")) {
            String result = instrument.equals("workload-points") ? "workload_points" : "points";
            Cases.of(instrument).forEach(row -> {
                Score score = (Score)
                        Assessor.assess(Instruments.shipped().find(instrument).orElseThrow(), row.given());
                BigDecimal sum = score.contributions().stream()
                        .map(contribution -> contribution.amount().asNumber())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum)
                        .as(row.toString())
                        .isEqualByComparingTo(row.expected().get(result));
            });
        }
    }

    private static String lines() {
        return Cases.all().map(Cases.Case::line).collect(Collectors.joining("\n"));
    }
}
