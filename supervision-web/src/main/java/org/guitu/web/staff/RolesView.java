package org.guitu.web.staff;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Role;
import org.guitu.web.ui.Page;

/** The roles as sets of permissions, and the other way round, in words. */
public record RolesView(List<Item> roles, List<Grant> grants) {

    /**
     * A role.
     *
     * @param about what its holder is there for
     * @param mine whether the reader acts in it
     */
    public record Item(String name, String about, boolean mine, List<String> may) {}

    /** Something that can be done, and who may. */
    public record Grant(String what, String who) {}

    static RolesView of(Page page) {
        return new RolesView(
                Arrays.stream(Role.values()).map(role -> role(page, role)).toList(),
                Arrays.stream(Permission.values())
                        .filter(permission -> permission != Permission.SIGNED_IN)
                        .map(permission -> new Grant(word(page, permission), holders(page, permission)))
                        .toList());
    }

    private static Item role(Page page, Role role) {
        return new Item(
                page.text("staff.role." + role),
                page.text("staff.role." + role + ".about"),
                page.staff().filter(reader -> reader.roles().contains(role)).isPresent(),
                role.permissions().stream()
                        .sorted()
                        .map(permission -> word(page, permission))
                        .toList());
    }

    private static String holders(Page page, Permission permission) {
        return Arrays.stream(Role.values())
                .filter(role -> role.permissions().contains(permission))
                .map(role -> page.text("staff.role." + role))
                .collect(Collectors.joining(page.text("ui.list.separator")));
    }

    private static String word(Page page, Permission permission) {
        return page.text("staff.permission." + permission);
    }
}
