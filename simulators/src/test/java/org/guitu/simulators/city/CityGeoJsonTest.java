package org.guitu.simulators.city;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CityGeoJsonTest {

    @Test
    void basemapHasEveryKindAndStaysBelowAMegabyte() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CityGeoJson.write(City.generate(City.DEFAULT_SEED), out);
        JsonNode features = new ObjectMapper().readTree(out.toByteArray()).path("features");
        Set<String> kinds = new HashSet<>();
        Set<String> classes = new HashSet<>();
        features.forEach(feature -> {
            kinds.add(feature.at("/properties/kind").asText());
            classes.add(feature.at("/properties/class").asText());
        });

        assertThat(out.size()).isLessThan(1_000_000);
        assertThat(features.size()).isBetween(3_200, 4_400);
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "river",
                        "park",
                        "road",
                        "building",
                        "school",
                        "police",
                        "justice",
                        "district",
                        "station",
                        "market");
        assertThat(classes).contains("avenue", "street", "lane", "county", "township");
    }

    @Test
    void coordinatesAreLongitudeFirstWithSixDecimals() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CityGeoJson.write(City.generate(3), out);
        JsonNode first = new ObjectMapper().readTree(out.toByteArray()).at("/features/0/geometry/coordinates/0/0");

        assertThat(first.get(0).asDouble()).isBetween(113.5, 113.8);
        assertThat(first.get(1).asDouble()).isBetween(26.3, 26.5);
        assertThat(first.get(0).asText().split("\\.", -1)[1].length()).isLessThanOrEqualTo(6);
    }
}
