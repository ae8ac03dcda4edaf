package org.guitu.web.staff;

import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.access.StaffService;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.ui.NavItem;

/** The administrator's pages about staff. */
public final class StaffFeature implements Feature {

    private final StaffService service;

    public StaffFeature(StaffService service) {
        this.service = service;
    }

    @Override
    public String name() {
        return "staff";
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(80, "staff.nav", "/staff", "staff", Permission.MANAGE_STAFF));
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/staff", Permission.MANAGE_STAFF, this::list);
    }

    private Reply list(Request request) {
        return Reply.html("staff/list", page -> StaffListView.of(page, service.list(request.staff())));
    }
}
