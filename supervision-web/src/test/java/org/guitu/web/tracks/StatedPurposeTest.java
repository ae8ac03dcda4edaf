package org.guitu.web.tracks;

import static org.assertj.core.api.Assertions.assertThat;

import org.guitu.web.form.Fields;
import org.junit.jupiter.api.Test;

class StatedPurposeTest {

    private final Fields fields = new Fields();

    @Test
    void purposeIsKeptWithTheReadersOwnWords() {
        StatedPurpose stated = StatedPurpose.read("case_review", " 复核案件 ", fields);
        assertThat(stated).isEqualTo(new StatedPurpose(Purpose.CASE_REVIEW, "复核案件"));
        assertThat(stated.words()).isEqualTo("CASE_REVIEW: 复核案件");
        fields.refuseIfAny();
    }

    @Test
    void bothAreAskedForAtOnce() {
        StatedPurpose.read("", "看", fields);
        assertThat(fields.has("purpose")).isTrue();
        assertThat(fields.has("reason")).isTrue();
    }

    @Test
    void reasonIsNoStory() {
        StatedPurpose.read("OTHER", "x".repeat(301), fields);
        assertThat(fields.has("reason")).isTrue();
    }
}
