package org.guitu.web.staff;

import java.util.List;
import java.util.stream.Collectors;
import org.guitu.web.access.StaffStore;
import org.guitu.web.ui.Page;

/** The words of the staff list. */
public record StaffListView(List<Row> rows) {

    /**
     * One line.
     *
     * @param stateKey the message key of the account's state
     * @param stateClass the badge's look
     */
    public record Row(
            long id,
            String userName,
            String name,
            String organisation,
            String roles,
            String stateKey,
            String stateClass) {}

    static StaffListView of(Page page, List<StaffStore.Entry> entries) {
        return new StaffListView(entries.stream().map(entry -> row(page, entry)).toList());
    }

    private static Row row(Page page, StaffStore.Entry entry) {
        String roles = entry.staff().roles().stream()
                .sorted()
                .map(role -> page.text("staff.role." + role))
                .collect(Collectors.joining(page.text("ui.list.separator")));
        String state = entry.deactivatedAt().isPresent()
                ? "inactive"
                : !entry.hasAccount() ? "none" : entry.mustChangePassword() ? "new" : "active";
        return new Row(
                entry.staff().id(),
                entry.staff().userName(),
                entry.staff().name(),
                entry.staff().organisation().name(),
                roles,
                "staff.state." + state,
                "badge-" + state);
    }
}
