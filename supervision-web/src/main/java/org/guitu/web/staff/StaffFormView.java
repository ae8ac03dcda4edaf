package org.guitu.web.staff;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.guitu.web.access.StaffStore;
import org.guitu.web.http.Form;
import org.guitu.web.posts.PostKind;
import org.guitu.web.ui.Choice;
import org.guitu.web.ui.Page;

/**
 * The pages to add and to change a member of staff.
 *
 * @param entry whom; empty for a new one
 * @param self whether it is the reader, who can neither close their own account nor give up their role
 */
public record StaffFormView(
        Form form,
        List<Choice> organisations,
        List<Choice> roles,
        List<Choice> kinds,
        Optional<StaffStore.Entry> entry,
        boolean self) {

    static StaffFormView blank(Page page, Form form, List<Organisation> organisations) {
        return new StaffFormView(
                form, choices(form, organisations), roles(page, form), kinds(page, form), Optional.empty(), false);
    }

    static StaffFormView of(Page page, Form form, List<Organisation> organisations, StaffStore.Entry entry) {
        boolean self =
                page.staff().filter(reader -> reader.id() == entry.staff().id()).isPresent();
        return new StaffFormView(
                form, choices(form, organisations), roles(page, form), List.of(), Optional.of(entry), self);
    }

    public boolean active() {
        return entry.isPresent() && entry.get().deactivatedAt().isEmpty();
    }

    private static List<Choice> choices(Form form, List<Organisation> organisations) {
        return Choices.organisations(organisations, form.text("organisation"));
    }

    private static List<Choice> kinds(Page page, Form form) {
        return Stream.concat(
                        Stream.of(new Choice("", page.text("staff.post.none"), false)),
                        Arrays.stream(PostKind.values())
                                .map(kind -> new Choice(
                                        kind.name(), page.text("posts.kind." + kind), form.has("kind", kind.name()))))
                .toList();
    }

    private static List<Choice> roles(Page page, Form form) {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(role.name(), page.text("staff.role." + role), form.has("role", role.name())))
                .toList();
    }
}
