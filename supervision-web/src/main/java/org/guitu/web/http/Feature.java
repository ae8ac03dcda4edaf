package org.guitu.web.http;

import java.util.List;
import org.guitu.web.ui.NavItem;

/** One feature of the site: a package with its routes, words, templates and place in the navigation. */
public interface Feature {

    /** The feature's name: its package, its {@code messages/<name>_zh.properties} and the prefix of its message keys. */
    String name();

    /** Adds the feature's routes. */
    void mount(Routes routes);

    /** The entries it adds to the navigation. */
    default List<NavItem> nav() {
        return List.of();
    }
}
