package org.guitu.web.organisations;

import java.util.List;
import org.guitu.web.http.Form;

/** The tree as it was. */
public record ThenView(Form form, List<Row> rows) {

    /** One line; the indent is by depth, 0-5. */
    public record Row(String href, String name, int indent) {}

    static ThenView of(Form form, List<UnitFact.Then> tree) {
        return new ThenView(
                form,
                tree.stream()
                        .map(then -> new Row("/organisations/" + then.id(), then.name(), Math.min(5, then.depth())))
                        .toList());
    }
}
