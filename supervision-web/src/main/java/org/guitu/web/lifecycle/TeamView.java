package org.guitu.web.lifecycle;

import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Option;
import org.guitu.web.form.Problem;
import org.guitu.web.http.Form;
import org.guitu.web.papers.PaperKind;
import org.guitu.web.papers.PaperLink;
import org.guitu.web.people.Person;
import org.guitu.web.people.Sex;
import org.guitu.web.ui.Page;

/**
 * The page of a correction team in words.
 *
 * @param lacks what the team still lacks, {@code ""} if nothing
 */
public record TeamView(
        long personId,
        String person,
        String lacks,
        List<Row> rows,
        String today,
        boolean mayEdit,
        List<Option> sexes,
        List<Option> kinds,
        List<PaperLink> papers,
        Form form) {

    /** One member. */
    public record Row(
            long id,
            String name,
            String kind,
            String sex,
            String phone,
            String term,
            String signed,
            boolean maySign,
            boolean mayLeave) {}

    static TeamView of(
            Page page, Person person, List<TeamMember> members, Optional<Problem> lacks, String today, Form form) {
        boolean edit = page.may(Permission.EDIT_PEOPLE);
        return new TeamView(
                person.id(),
                person.name(),
                lacks.map(problem ->
                                page.text(problem.key(), problem.arguments().toArray()))
                        .orElse(""),
                members.stream().map(member -> row(page, member, edit)).toList(),
                today,
                edit,
                Option.of(Sex.class, "people.sex", page),
                Option.of(TeamMember.Kind.class, "lifecycle.member", page),
                members.isEmpty() ? List.of() : PaperLink.of(page, person, PaperKind.TEAM_LETTER),
                form);
    }

    private static Row row(Page page, TeamMember member, boolean edit) {
        return new Row(
                member.id(),
                member.name(),
                page.text("lifecycle.member." + member.kind()),
                page.text("people.sex." + member.sex()),
                member.phone(),
                member.leftOn()
                        .map(left -> page.text(
                                "lifecycle.member.left",
                                page.times().date(member.joinedOn()),
                                page.times().date(left)))
                        .orElse(page.text("lifecycle.member.since", page.times().date(member.joinedOn()))),
                member.signedOn()
                        .map(day -> page.text(
                                "lifecycle.member.signed", page.times().date(day)))
                        .orElse(page.text("lifecycle.member.unsigned")),
                edit && member.signedOn().isEmpty() && member.leftOn().isEmpty(),
                edit && member.leftOn().isEmpty());
    }
}
