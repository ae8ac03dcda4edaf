package org.guitu.protocols.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.guitu.protocols.decode.Vectors.Vector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every vector, each by itself, through the tool that people use. */
class VectorTest {

    /** Vendor extras that are not scored and not read; the reason stands in the vectors' README. */
    private static final Set<String> VENDOR_EXTRAS_NOT_READ = Set.of("jt808-s-034");

    /** Fragments that wait for the rest are neither output nor wrong. */
    private static final Set<String> NOTHING_TO_REJECT = Set.of("incomplete-no-output");

    static Stream<Vector> vectors() {
        return Stream.of("jt808", "osmand").flatMap(protocol -> Vectors.of(protocol).stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void decodesAsExpected(Vector vector) {
        Map<String, Object> decoded = Vectors.decode(vector);

        assertThat(decoded.get("id")).isEqualTo(vector.id());
        if (vector.kind().equals("framing")) {
            expectFrames(vector, (List<?>) decoded.get("frames"));
        } else {
            expectReports(vector, (List<?>) decoded.get("reports"), (List<?>) decoded.get("rejected"));
        }
        if (vector.has("expectReply")) {
            expectReplies(vector.list("expectReply"), (List<?>) decoded.get("replies"));
        }
    }

    private static void expectFrames(Vector vector, List<?> frames) {
        if (vector.json().get("expect") instanceof Number count) {
            assertThat(frames).hasSize(count.intValue());
        } else {
            assertThat(frames).isEqualTo(vector.json().get("expect"));
        }
    }

    private static void expectReports(Vector vector, List<?> reports, List<?> rejected) {
        List<?> after = vector.list("expectAfter");
        List<?> before = reports.subList(0, reports.size() - after.size());
        NeutralMatch.allInOrder(reports.subList(before.size(), reports.size()), after);
        if (vector.json().get("expect") instanceof String outcome) {
            assertThat(before).as(outcome).isEmpty();
            if (!NOTHING_TO_REJECT.contains(outcome)) {
                assertThat(rejected).as(outcome).isNotEmpty();
            }
        } else if (vector.kind().equals("subpackage")) {
            NeutralMatch.allInAnyOrder(before, vector.list("expect"));
        } else {
            NeutralMatch.allInOrder(before, vector.list("expect"));
            expectVendor(vector, before);
        }
    }

    private static void expectVendor(Vector vector, List<?> reports) {
        if (vector.json().get("expectVendor") instanceof Map<?, ?> extras
                && !VENDOR_EXTRAS_NOT_READ.contains(vector.id())) {
            extras.forEach((index, words) ->
                    NeutralMatch.one((Map<?, ?>) reports.get(Integer.parseInt(index.toString())), (Map<?, ?>) words));
        }
    }

    private static void expectReplies(List<?> expected, List<?> replies) {
        assertThat(replies).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            Map<?, ?> wanted = (Map<?, ?>) expected.get(i);
            Map<?, ?> reply = (Map<?, ?>) replies.get(i);
            if (wanted.get("status") instanceof String choice) {
                assertThat(choice).contains(reply.get("status").toString());
            } else {
                assertThat(reply.keySet()).isEqualTo(wanted.keySet());
                NeutralMatch.one(reply, wanted);
            }
        }
    }
}
