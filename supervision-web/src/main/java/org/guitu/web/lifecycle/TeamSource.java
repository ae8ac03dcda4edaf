package org.guitu.web.lifecycle;

import static org.guitu.web.lifecycle.LifecycleSource.fact;
import static org.guitu.web.lifecycle.LifecycleSource.word;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.guitu.web.access.Staff;
import org.guitu.web.papers.FactName;
import org.guitu.web.papers.PaperFacts;
import org.guitu.web.papers.PaperKind;
import org.guitu.web.papers.PaperSource;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Messages;
import org.jdbi.v3.core.Handle;

/** The team as it is today. Nobody is marked as its head: whoever of the office is longest in it leads, else the responsible officer. */
final class TeamSource implements PaperSource {

    private final Messages words;
    private final InstantSource clock;

    TeamSource(Messages words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
    }

    @Override
    public List<FactName> offers() {
        return List.of(fact("team.leader", "示例组长"), fact("team.members", "示例甲　村（居）委会　13800000000"));
    }

    @Override
    public void fill(Handle handle, Staff staff, Person person, PaperKind kind, PaperFacts facts) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), person.zone());
        List<TeamMember> team = TeamStore.list(handle, person.id()).stream()
                .filter(member -> member.on(today))
                .toList();
        facts.put("team.members", team.stream().map(this::line).collect(Collectors.joining("\n")))
                .put(
                        "team.leader",
                        team.stream()
                                .filter(member -> member.kind() == TeamMember.Kind.OFFICE)
                                .map(TeamMember::name)
                                .findFirst()
                                .or(person::officerName)
                                .orElse(""));
    }

    private String line(TeamMember member) {
        return (member.name() + "　" + word(words, "lifecycle.member." + member.kind()) + "　" + member.phone()).strip();
    }
}
