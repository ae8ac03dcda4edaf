package org.guitu.web.staff;

import java.util.List;
import org.guitu.web.access.Organisation;
import org.guitu.web.ui.Choice;

/** Organisations as a list to choose from, the depth shown by leading space. */
final class Choices {

    private Choices() {}

    static List<Choice> organisations(List<Organisation> organisations, String chosenId) {
        int top = organisations.stream().mapToInt(Choices::depth).min().orElse(0);
        return organisations.stream()
                .map(organisation -> new Choice(
                        Long.toString(organisation.id()),
                        "\u3000".repeat(depth(organisation) - top) + organisation.name(),
                        Long.toString(organisation.id()).equals(chosenId)))
                .toList();
    }

    static int depth(Organisation organisation) {
        return (int) organisation.path().chars().filter(c -> c == '/').count();
    }
}
