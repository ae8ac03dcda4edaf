package org.guitu.web.lifecycle;

import static org.guitu.web.lifecycle.LifecycleSource.fact;

import java.util.List;
import org.guitu.web.access.Staff;
import org.guitu.web.papers.FactName;
import org.guitu.web.papers.PaperFacts;
import org.guitu.web.papers.PaperKind;
import org.guitu.web.papers.PaperSource;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/** The plan that stands: the newest. */
final class PlanSource implements PaperSource {

    @Override
    public List<FactName> offers() {
        return List.of(
                fact("plan.assessment", "初犯，家庭支持较好，再犯罪危险较低"),
                fact("plan.supervision", "每周电话报告一次，每月参加教育学习"),
                fact("plan.help", "介绍就业培训"));
    }

    @Override
    public void fill(Handle handle, Staff staff, Person person, PaperKind kind, PaperFacts facts) {
        PlanStore.newest(handle, person.id())
                .ifPresent(plan -> facts.put("plan.assessment", plan.situation())
                        .put("plan.supervision", plan.measures())
                        .put("plan.help", plan.help()));
    }
}
