package org.guitu.protocols.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecodeToolTest {

    private static final String LOCATION =
            "7e020000280138001380000007000000000000000301dc89c0073d8aa400320024005a2611221015000104000003e8300115310109ab7e";

    @Test
    void printsALinePerReportAndGoesOnAfterABadOne() {
        List<Map<String, Object>> lines = jt808("""
                7e0100002d0141305678720024002c012f373031313142534a2d41362d424400000000000000000000003035363738373201d4c14238383838386d7e

                not hex at all
                %s
                7e0200
                %s
                """.formatted(LOCATION, LOCATION.replace("ab7e", "fe7e")));

        assertThat(lines)
                .extracting(line -> line.get("frame") + " " + line.get("kind") + " " + line.getOrDefault("reason", ""))
                .containsExactly(
                        "1 login ",
                        "2 rejected not hexadecimal digits",
                        "3 position ",
                        "4 rejected frame not closed",
                        "5 rejected check byte differs");
        assertThat(lines.get(2))
                .containsEntry("deviceId", "013800138000")
                .containsEntry("fixTime", "2026-11-22T02:15:00Z")
                .containsEntry("lat", 31.2304)
                .containsEntry("lon", 121.4737)
                .containsEntry("valid", true)
                .containsEntry("speedKmh", 3.6)
                .containsEntry("satellites", 9L)
                .containsEntry("alarms", List.of())
                .doesNotContainKeys("accuracyM", "batteryPercent");
    }

    @Test
    void severalFramesMayStandInOneLineInAnyCase() {
        assertThat(jt808((LOCATION + LOCATION.substring(2)).toUpperCase(java.util.Locale.ROOT)))
                .extracting(line -> line.get("kind"))
                .containsExactly("position", "position");
    }

    @Test
    void takesRequestsInEverySpelling() {
        String lines = """
                /?id=1&lat=1&lon=2
                GET /?id=1&lat=1&lon=2 HTTP/1.1
                id=1&lat=1&lon=2
                {"device_id":"1","location":{"coords":{"latitude":1,"longitude":2}}}
                {"method":"POST","uri":"/","contentType":"application/x-www-form-urlencoded","body":"id=1&lat=1&lon=2"}
                lat=1
                """;

        assertThat(run(lines, new DecodeOptions("osmand", true, false, Vectors.RECEIVED_AT)))
                .extracting(line -> line.get("kind"))
                .containsExactly("position", "position", "position", "position", "position", "rejected");
    }

    @Test
    void oneBadVectorStopsNoOther() {
        String lines = """
                {"id":"a","protocol":"jt808","frames":["%s"]}
                {"id":"b","protocol":"morse","frames":[]}
                nonsense
                {"id":"c","protocol":"jt808"}
                {"id":"d","protocol":"jt808","frames":["@repeat:7e:zz*3", 5, {}, [], "@repeat:7e:41*999999999999"]}
                {"id":"e","protocol":"osmand","frames":["2f3f69643d31"]}
                """.formatted(LOCATION);

        List<Map<String, Object>> printed = run(lines, new DecodeOptions("", false, true, Vectors.RECEIVED_AT));

        assertThat(printed).extracting(line -> line.get("id")).containsExactly("a", "b", "", "c", "d", "e");
        assertThat(printed)
                .extracting(line -> ((List<?>) line.get("reports")).size())
                .containsExactly(1, 0, 0, 0, 0, 1);
        assertThat(printed)
                .extracting(line -> ((List<?>) line.get("rejected")).size())
                .containsExactly(0, 1, 1, 1, 5, 0);
    }

    @Test
    void anUnknownProtocolIsAWrongArgument() {
        assertThatThrownBy(() -> run("", new DecodeOptions("morse", false, false, Vectors.RECEIVED_AT)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Map<String, Object>> jt808(String lines) {
        return run(lines, new DecodeOptions("jt808", false, false, Vectors.RECEIVED_AT));
    }

    private static List<Map<String, Object>> run(String input, DecodeOptions options) {
        return Vectors.run(input, options).lines().map(Vectors::parse).toList();
    }
}
