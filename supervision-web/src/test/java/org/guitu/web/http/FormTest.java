package org.guitu.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void theWholeFormIsCheckedAtOnceAndTheFirstReasonStays() {
        Form form = Form.of(Map.of("name", List.of("  "), "note", List.of("x".repeat(11))));

        form.required("name", 60);
        form.reject("name", "another.reason");
        form.optional("note", 10);

        assertThat(form.valid()).isFalse();
        assertThat(form.fault("name")).map(Form.Fault::key).contains("ui.form.required");
        assertThat(form.fault("note")).contains(new Form.Fault("ui.form.long", List.of(10)));
    }

    @Test
    void secretsKeepTheirSpaces() {
        Form form = Form.of(Map.of("password", List.of(" a b ")));

        assertThat(form.raw("password")).isEqualTo(" a b ");
        assertThat(form.text("password")).isEqualTo("a b");
        assertThat(form.text("absent")).isEmpty();
    }
}
