package org.guitu.web.papers;

import java.util.Arrays;
import java.util.List;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** The words of the page on which the kind of a paper is chosen. */
public record ChooseView(long personId, String person, List<Group> groups) {

    /** The kinds that belong to one part of a case. */
    public record Group(String title, List<Choice> choices) {}

    /** One kind. */
    public record Choice(String title, String href) {}

    static ChooseView of(Page page, Person person) {
        return new ChooseView(
                person.id(),
                person.name(),
                Arrays.stream(PaperKind.Group.values())
                        .map(group -> new Group(page.text("papers.group." + group), choices(page, person, group)))
                        .filter(group -> !group.choices().isEmpty())
                        .toList());
    }

    private static List<Choice> choices(Page page, Person person, PaperKind.Group group) {
        return Arrays.stream(PaperKind.values())
                .filter(kind -> kind.group() == group && kind.suits(person.category()))
                .map(kind -> new Choice(page.text("papers.kind." + kind), kind.path(person.id())))
                .toList();
    }
}
