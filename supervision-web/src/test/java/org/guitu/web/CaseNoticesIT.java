package org.guitu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.guitu.web.lifecycle.CaseStep;
import org.guitu.web.lifecycle.StepForm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The law's moments reach the outbox in the transaction of the act. */
class CaseNoticesIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试通知所");
    }

    @Test
    void whoIsLostIsToldToPoliceAndProcuratorate() {
        long id = world.person("测试失联");
        world.services
                .lifecycle()
                .take(world.officer, id, CaseStep.LOST, StepForm.on(world.today(), ""))
                .orThrow();
        assertThat(notices(id)).containsExactlyInAnyOrder("LOST_CONTACT POLICE", "LOST_CONTACT PROCURATORATE");
    }

    @Test
    void stepThatIsRefusedTellsNobody() {
        long id = world.person("测试未成");
        assertThat(world.services.lifecycle().take(world.officer, id, CaseStep.FOUND, StepForm.on(world.today(), "")))
                .isInstanceOf(org.guitu.web.form.Outcome.Invalid.class);
        assertThat(notices(id)).isEmpty();
    }

    private static List<String> notices(long id) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select kind || ' ' || recipient from supervision.exchange_notice where person_id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
    }
}
