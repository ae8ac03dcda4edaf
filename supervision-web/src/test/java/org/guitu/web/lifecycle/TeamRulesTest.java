package org.guitu.web.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.form.Problem;
import org.guitu.web.people.Sex;
import org.junit.jupiter.api.Test;

class TeamRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @Test
    void aWomanHasAWomanInHerTeam() {
        TeamMember he = member("测试甲", Sex.MALE, Optional.empty(), Optional.of(DAY));
        TeamMember she = member("测试乙", Sex.FEMALE, Optional.empty(), Optional.of(DAY));
        assertThat(TeamRules.obstacle(List.of(he), Sex.FEMALE, DAY)).contains(Problem.of("lifecycle.error.no-woman"));
        assertThat(TeamRules.obstacle(List.of(he, she), Sex.FEMALE, DAY)).isEmpty();
        assertThat(TeamRules.obstacle(List.of(he), Sex.MALE, DAY)).isEmpty();
    }

    @Test
    void whoLeftIsNoMemberAnyMore() {
        TeamMember gone = member("测试丙", Sex.FEMALE, Optional.of(DAY), Optional.of(DAY));
        assertThat(TeamRules.obstacle(List.of(gone), Sex.MALE, DAY)).contains(Problem.of("lifecycle.error.no-team"));
        assertThat(TeamRules.obstacle(List.of(gone), Sex.MALE, DAY.minusDays(1)))
                .isEmpty();
    }

    @Test
    void everyoneHasSignedTheLetter() {
        TeamMember unsigned = member("测试丁", Sex.MALE, Optional.empty(), Optional.empty());
        assertThat(TeamRules.obstacle(List.of(unsigned), Sex.MALE, DAY))
                .contains(Problem.of("lifecycle.error.unsigned", "测试丁"));
    }

    private static TeamMember member(String name, Sex sex, Optional<LocalDate> left, Optional<LocalDate> signed) {
        return new TeamMember(1, name, sex, TeamMember.Kind.VILLAGE, "", DAY.minusDays(10), left, signed);
    }
}
