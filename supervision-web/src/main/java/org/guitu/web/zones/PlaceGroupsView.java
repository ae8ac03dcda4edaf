package org.guitu.web.zones;

import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/** The words of the list of groups of places. */
public record PlaceGroupsView(List<Row> rows, boolean mayMake, Form form) {

    /** One group. */
    public record Row(String href, String name, String places, String keeper) {}

    static PlaceGroupsView of(Page page, List<PlaceGroup> groups, Form form) {
        return new PlaceGroupsView(
                groups.stream()
                        .map(group -> new Row(
                                "/place-groups/" + group.id(),
                                group.name(),
                                page.text("zones.group.places", Long.toString(group.places())),
                                page.text("zones.group.keeper", group.organisation())))
                        .toList(),
                page.may(Permission.EDIT_ZONES),
                form);
    }
}
