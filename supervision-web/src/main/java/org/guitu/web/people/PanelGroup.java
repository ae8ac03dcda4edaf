package org.guitu.web.people;

import java.util.List;

/**
 * Boxes that belong together on a person's page, in the order in which they are shown.
 *
 * @param name its words are the message {@code people.section.<name>}
 */
public record PanelGroup(String name, List<PersonPanel> panels) {
    public PanelGroup {
        panels = List.copyOf(panels);
    }

    public static PanelGroup of(String name, PersonPanel... panels) {
        return new PanelGroup(name, List.of(panels));
    }
}
