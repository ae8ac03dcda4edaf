package org.guitu.web.papers;

import java.util.List;
import java.util.stream.Stream;
import org.guitu.web.access.Permission;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** A way from the page of another feature to the form of a paper, filled with what that feature knows. */
public record PaperLink(String label, String href) {

    /** One for each of these kinds; none for those that do not suit the person, and none for whoever may not issue papers. */
    public static List<PaperLink> of(Page page, Person person, PaperKind... kinds) {
        return Stream.of(kinds)
                .filter(kind -> page.may(Permission.EDIT_PEOPLE) && kind.suits(person.category()))
                .map(kind -> new PaperLink(
                        page.text("papers.link", page.text("papers.kind." + kind)), kind.path(person.id())))
                .toList();
    }
}
