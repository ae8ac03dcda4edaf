package org.guitu.web.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.form.Problem;
import org.guitu.web.people.Sex;

/** What a correction team must be (CCL-25): not empty, with signed letters, and with a woman for a woman. Pure. */
final class TeamRules {

    private TeamRules() {}

    /** What is missing on a day; empty if nothing is. */
    static Optional<Problem> obstacle(List<TeamMember> members, Sex supervised, LocalDate day) {
        List<TeamMember> there =
                members.stream().filter(member -> member.on(day)).toList();
        if (there.isEmpty()) {
            return Optional.of(Problem.of("lifecycle.error.no-team"));
        }
        if (supervised == Sex.FEMALE && there.stream().noneMatch(member -> member.sex() == Sex.FEMALE)) {
            return Optional.of(Problem.of("lifecycle.error.no-woman"));
        }
        return there.stream()
                .filter(member -> member.signedOn().isEmpty())
                .findFirst()
                .map(member -> Problem.of("lifecycle.error.unsigned", member.name()));
    }
}
