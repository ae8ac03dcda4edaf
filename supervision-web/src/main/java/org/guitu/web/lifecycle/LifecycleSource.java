package org.guitu.web.lifecycle;

import java.time.InstantSource;
import java.util.List;
import org.guitu.web.access.Lang;
import org.guitu.web.access.Staff;
import org.guitu.web.papers.FactName;
import org.guitu.web.papers.PaperFacts;
import org.guitu.web.papers.PaperKind;
import org.guitu.web.papers.PaperSource;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Messages;
import org.jdbi.v3.core.Handle;

/** What the course of a case gives to papers: team, plan, investigation, change of place, receipt, summary and end. Thread-safe. */
public final class LifecycleSource implements PaperSource {

    private final List<PaperSource> parts;

    public LifecycleSource(Messages words, InstantSource clock) {
        parts = List.of(
                new TeamSource(words, clock),
                new PlanSource(),
                new InvestigationSource(words),
                new MoveSource(words),
                new EndSource(words));
    }

    @Override
    public List<FactName> offers() {
        return parts.stream().flatMap(part -> part.offers().stream()).toList();
    }

    @Override
    public void fill(Handle handle, Staff staff, Person person, PaperKind kind, PaperFacts facts) {
        parts.forEach(part -> part.fill(handle, staff, person, kind, facts));
    }

    static FactName fact(String name, String sample) {
        return new FactName(name, "lifecycle.fact." + name, sample);
    }

    /** The words of a fact: papers are in Chinese. */
    static String word(Messages words, String key, Object... arguments) {
        return words.text(Lang.ZH, key, arguments);
    }
}
